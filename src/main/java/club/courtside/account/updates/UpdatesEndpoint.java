package club.courtside.account.updates;

import club.courtside.account.Caller;
import club.courtside.platform.Ids;
import club.courtside.platform.Json;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Inject;
import jakarta.websocket.CloseReason;
import jakarta.websocket.OnClose;
import jakarta.websocket.OnError;
import jakarta.websocket.OnMessage;
import jakarta.websocket.OnOpen;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerEndpoint;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * {@code /ws/updates}: a client joins, with or without naming a club, and from then on gets {@code {"event", "data"}} for
 * what it may see. Signed in by the browser's cookie, a bearer token, or {@code ?token=}.
 */
@ServerEndpoint("/ws/updates")
public class UpdatesEndpoint {

    private static final Logger LOG = Logger.getLogger(UpdatesEndpoint.class.getName());
    private static final int LONGEST_MESSAGE = 4096;
    private static final long SEND_TIMEOUT_MILLIS = 20_000;
    private static final CloseReason NOT_SIGNED_IN =
            new CloseReason(CloseReason.CloseCodes.VIOLATED_POLICY, "sign in first");

    @Inject
    UpdateClients clients;

    @OnOpen
    public void open(Session session) throws IOException {
        session.setMaxTextMessageBufferSize(LONGEST_MESSAGE);
        if (session.getUserPrincipal() instanceof Caller caller) {
            session.setMaxIdleTimeout(0);
            session.getAsyncRemote().setSendTimeout(SEND_TIMEOUT_MILLIS);
            clients.add(session, caller);
        } else {
            session.close(NOT_SIGNED_IN);
        }
    }

    @OnMessage
    public void message(String text, Session session) {
        clients.on(session).ifPresent(client -> answer(text, client));
    }

    private static void answer(String text, UpdateClient client) {
        JsonNode message;
        try {
            message = Json.MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            refuse(client, "the message is not valid JSON");
            return;
        }
        String club = message.path("club_id").asText("");
        Optional<UUID> clubId = Ids.parse(club);
        boolean known = club.isEmpty()
                || clubId.filter(id -> client.caller().maySee(id)).isPresent();
        if (!known) {
            refuse(client, "there is no such club");
            return;
        }
        switch (message.path("event").asText("")) {
            case "join_recording_updates" -> client.join(clubId.orElse(null));
            case "leave_recording_updates" -> client.leave(clubId.orElse(null));
            case "ping" -> client.send(UpdateClients.text("pong", null));
            default ->
                refuse(client, "unknown event; join_recording_updates, leave_recording_updates and ping are known");
        }
    }

    private static void refuse(UpdateClient client, String detail) {
        client.send(UpdateClients.text("error", Map.of("detail", detail)));
    }

    @OnClose
    public void close(Session session) {
        clients.remove(session);
    }

    @OnError
    public void failed(Session session, Throwable thrown) {
        LOG.log(Level.FINE, "a client of the updates is gone", thrown);
    }
}
