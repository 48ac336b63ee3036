package club.courtside.court;

import club.courtside.engine.api.Reason;
import club.courtside.engine.client.EngineClient;
import club.courtside.engine.client.EngineException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** The engine that answers at the moment. {@link EngineWatch} finds it, starts it, and notices when it goes. */
@ApplicationScoped
public class CameraEngine {

    private static final Reason STARTING = new Reason("internal", "the recording engine is starting");

    private volatile EngineClient client;

    /** @throws EngineException unavailable while none answers */
    public EngineClient client() {
        EngineClient now = client;
        if (now == null) throw new EngineException(503, STARTING);
        return now;
    }

    public Optional<EngineClient> connected() {
        return Optional.ofNullable(client);
    }

    void isNow(EngineClient answering) {
        client = answering;
    }

    void isGone() {
        client = null;
    }
}
