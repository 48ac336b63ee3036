package club.courtside.engine;

import club.courtside.engine.api.EngineStatus;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The engine itself: how it stands, and its end. */
final class StatusCalls {

    private final Engine engine;
    private final Instant startedAt;
    private final Runnable end;

    /** @param end begins the orderly end and returns at once */
    StatusCalls(Engine engine, Instant startedAt, Runnable end) {
        this.engine = engine;
        this.startedAt = startedAt;
        this.end = end;
    }

    List<Route> routes() {
        return List.of(
                new Route("GET", "/status", call -> call.answer(200, status())),
                new Route("POST", "/shutdown", this::shutdown));
    }

    private EngineStatus status() {
        return new EngineStatus(
                Optional.ofNullable(Engine.class.getPackage().getImplementationVersion())
                        .orElse("development"),
                engine.mediaVersion(),
                ProcessHandle.current().pid(),
                startedAt,
                engine.feedStatuses(),
                engine.recordingStatuses(),
                engine.relayStatus());
    }

    private void shutdown(Call call) throws IOException {
        call.answerNothing(202);
        end.run();
    }
}
