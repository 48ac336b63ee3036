package club.courtside.obs.websocket;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/** The protocol's messages: {@code {"op": …, "d": {…}}}. */
final class ObsMessages {

    static final int HELLO = 0;
    static final int IDENTIFIED = 2;
    static final int EVENT = 5;
    static final int ANSWER = 7;

    private static final int IDENTIFY = 1;
    private static final int REQUEST = 6;
    private static final int RPC_VERSION = 1;
    /** General, scenes, outputs. */
    private static final int EVENTS = 1 | 1 << 2 | 1 << 6;

    private static final ObjectMapper JSON = new ObjectMapper();

    private ObsMessages() {}

    /** @throws ObsLost when it is none */
    static JsonNode read(String text) {
        try {
            JsonNode message = JSON.readTree(text);
            if (message == null
                    || !message.path("op").isInt()
                    || !message.path("d").isObject()) throw new ObsLost(ObsLoss.NOT_OBS);
            return message;
        } catch (JsonProcessingException e) {
            throw new ObsLost(ObsLoss.NOT_OBS, e);
        }
    }

    static String identify(JsonNode hello, ObsPassword password) {
        ObjectNode data = JSON.createObjectNode().put("rpcVersion", RPC_VERSION).put("eventSubscriptions", EVENTS);
        JsonNode asked = hello.path("authentication");
        if (asked.isObject())
            data.put(
                    "authentication",
                    password.answer(
                            asked.path("salt").asText(), asked.path("challenge").asText()));
        return message(IDENTIFY, data);
    }

    static String request(String id, String type, Map<String, ?> data) {
        ObjectNode request = JSON.createObjectNode().put("requestType", type).put("requestId", id);
        if (!data.isEmpty()) request.set("requestData", JSON.valueToTree(data));
        return message(REQUEST, request);
    }

    private static String message(int op, ObjectNode data) {
        return JSON.createObjectNode().put("op", op).set("d", data).toString();
    }
}
