package club.courtside.engine;

import club.courtside.engine.api.RecordingSpec;
import java.io.IOException;
import java.util.List;

/** Recordings: start, change, stop, forget. */
final class RecordingCalls {

    private final Engine engine;

    RecordingCalls(Engine engine) {
        this.engine = engine;
    }

    List<Route> routes() {
        return List.of(
                new Route(
                        "PUT",
                        "/recordings/{id}",
                        call -> call.answer(200, engine.putRecording(call.id(), call.body(RecordingSpec.class)))),
                new Route(
                        "GET",
                        "/recordings/{id}",
                        call -> call.answer(200, engine.recording(call.id()).status())),
                new Route(
                        "POST",
                        "/recordings/{id}/stop",
                        call -> call.answer(200, engine.recording(call.id()).stop())),
                new Route("DELETE", "/recordings/{id}", this::delete));
    }

    private void delete(Call call) throws IOException {
        engine.deleteRecording(call.id());
        call.answerNothing(204);
    }
}
