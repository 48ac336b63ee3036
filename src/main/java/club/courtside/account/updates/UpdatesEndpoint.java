package club.courtside.account.updates;

import club.courtside.account.Caller;
import club.courtside.platform.Ids;
import club.courtside.platform.Json;
import club.courtside.platform.web.WebSocketPath;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.websocket.CloseReason;
import jakarta.websocket.Endpoint;
import jakarta.websocket.EndpointConfig;
import jakarta.websocket.Session;
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
@Dependent
@WebSocketPath("/ws/updates")
public class UpdatesEndpoint extends Endpoint {

    private static final Logger LOG = Logger.getLogger(UpdatesEndpoint.class.getName());
    private static final int LONGEST_MESSAGE = 4096;
    private static final long SEND_TIMEOUT_MILLIS = 20_000;
    private static final CloseReason NOT_SIGNED_IN =
            new CloseReason(CloseReason.CloseCodes.VIOLATED_POLICY, "sign in first");

    @Inject
    UpdateClients clients;

    @Override
    public void onOpen(Session session, EndpointConfig config) {
        session.setMaxTextMessageBufferSize(LONGEST_MESSAGE);
        if (session.getUserPrincipal() instanceof Caller caller) {
            session.setMaxIdleTimeout(0);
            session.getAsyncRemote().setSendTimeout(SEND_TIMEOUT_MILLIS);
            session.addMessageHandler(
                    String.class, text -> clients.on(session).ifPresent(client -> answer(text, client)));
            clients.add(session, caller);
        } else {
            refuse(session);
        }
    }

    private static void refuse(Session session) {
        try {
            session.close(NOT_SIGNED_IN);
        } catch (IOException e) {
            LOG.log(Level.FINE, "a client that was refused is gone", e);
        }
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

    @Override
    public void onClose(Session session, CloseReason reason) {
        clients.remove(session);
    }

    @Override
    public void onError(Session session, Throwable thrown) {
        LOG.log(Level.FINE, "a client of the updates is gone", thrown);
    }
}
