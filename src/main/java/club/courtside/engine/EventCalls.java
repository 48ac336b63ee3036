package club.courtside.engine;

import club.courtside.engine.api.EngineEvent;
import club.courtside.engine.api.EngineJson;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** The stream of events. */
final class EventCalls {

    private final Events events;

    EventCalls(Events events) {
        this.events = events;
    }

    List<Route> routes() {
        return List.of(new Route("GET", "/events", this::events));
    }

    private void events(Call call) throws IOException, InterruptedException {
        EventQueue queue = events.join(call::abort);
        try (OutputStream out = call.stream("application/x-ndjson")) {
            for (EngineEvent event = queue.next(); event != null; event = queue.next()) {
                out.write(EngineJson.MAPPER.writeValueAsBytes(event));
                out.write('\n');
                out.flush();
            }
        } finally {
            events.leave(queue);
        }
    }
}
