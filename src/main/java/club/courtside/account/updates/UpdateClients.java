package club.courtside.account.updates;

import club.courtside.account.Caller;
import club.courtside.account.SignIns;
import club.courtside.account.SignedOut;
import club.courtside.platform.Json;
import club.courtside.platform.LiveUpdate;
import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import jakarta.websocket.CloseReason;
import jakarta.websocket.Session;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Everybody who listens on {@code /ws/updates}, and what each of them gets. */
@ApplicationScoped
public class UpdateClients {

    private static final Logger LOG = Logger.getLogger(UpdateClients.class.getName());
    private static final CloseReason SIGNED_OUT =
            new CloseReason(CloseReason.CloseCodes.VIOLATED_POLICY, "not signed in any more");

    record Message(String event, Object data) {}

    private final Map<String, UpdateClient> clients = new ConcurrentHashMap<>();
    private final SignIns signIns;

    @Inject
    public UpdateClients(SignIns signIns) {
        this.signIns = signIns;
    }

    protected UpdateClients() {
        this(null);
    }

    UpdateClient add(Session session, Caller caller) {
        UpdateClient client = new UpdateClient(session, caller);
        clients.put(session.getId(), client);
        return client;
    }

    void remove(Session session) {
        clients.remove(session.getId());
    }

    Optional<UpdateClient> on(Session session) {
        return Optional.ofNullable(clients.get(session.getId()));
    }

    void changed(@Observes(during = TransactionPhase.AFTER_SUCCESS) LiveUpdate update) {
        List<UpdateClient> interested =
                clients.values().stream().filter(client -> client.wants(update)).toList();
        if (interested.isEmpty()) return;
        String message = text(update.event(), update.data());
        interested.forEach(client -> client.send(message));
    }

    void signedOut(@Observes(during = TransactionPhase.AFTER_SUCCESS) SignedOut event) {
        for (UpdateClient client : clients.values()) if (event.concerns(client.caller())) client.close(SIGNED_OUT);
    }

    /** Who signed out, was disabled or lost a club meanwhile does not go on listening; the others get a sign of life. */
    void refresh() {
        String ping = text("ping", null);
        for (UpdateClient client : clients.values()) {
            signIns.stillHere(client.caller())
                    .ifPresentOrElse(
                            caller -> {
                                client.isNow(caller);
                                client.send(ping);
                            },
                            () -> client.close(SIGNED_OUT));
        }
    }

    static String text(String event, Object data) {
        try {
            return Json.MAPPER.writeValueAsString(new Message(event, data));
        } catch (JsonProcessingException e) {
            LOG.log(Level.SEVERE, "a live update cannot be written as JSON", e);
            return "{\"event\":\"error\"}";
        }
    }
}
