package club.courtside.engine;

import club.courtside.engine.api.TaskSpec;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Long work on video files. */
final class TaskCalls {

    private final Tasks tasks;
    private final Engine engine;

    TaskCalls(Tasks tasks, Engine engine) {
        this.tasks = tasks;
        this.engine = engine;
    }

    List<Route> routes() {
        return List.of(
                new Route("PUT", "/tasks/{id}", this::put),
                new Route("GET", "/tasks/{id}", call -> call.answer(200, tasks.get(call.id()))),
                new Route("GET", "/tasks", call -> call.answer(200, tasks.all())),
                new Route("DELETE", "/tasks/{id}", this::delete));
    }

    private void put(Call call) throws IOException {
        TaskSpec spec = call.body(TaskSpec.class);
        if (!tasks.knows(call.id())) {
            TaskDemands.check(spec);
            if (engine.isWriting(Path.of(spec.file()))) throw Problem.conflict("file is still being recorded");
            for (String output : spec.outputs())
                if (engine.isWriting(Path.of(output))) throw Problem.conflict("a recording writes to " + output);
        }
        call.answer(200, tasks.put(call.id(), spec));
    }

    private void delete(Call call) throws IOException {
        tasks.delete(call.id());
        call.answerNothing(204);
    }
}
