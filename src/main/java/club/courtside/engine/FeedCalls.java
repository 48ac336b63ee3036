package club.courtside.engine;

import club.courtside.engine.api.FeedSpec;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

/** Cameras: which there are, and whether they work. */
final class FeedCalls {

    private final Engine engine;

    FeedCalls(Engine engine) {
        this.engine = engine;
    }

    List<Route> routes() {
        return List.of(
                new Route(
                        "PUT",
                        "/feeds/{id}",
                        call -> call.answer(200, engine.putFeed(call.id(), call.body(FeedSpec.class)))),
                new Route(
                        "GET",
                        "/feeds/{id}",
                        call -> call.answer(200, engine.feed(call.id()).status())),
                new Route("DELETE", "/feeds/{id}", this::delete),
                new Route("POST", "/feeds/{id}/check", this::checkFeed),
                new Route("POST", "/check", this::check));
    }

    private void delete(Call call) throws IOException {
        engine.deleteFeed(call.id());
        call.answerNothing(204);
    }

    private void checkFeed(Call call) throws IOException, InterruptedException {
        call.answer(200, engine.feed(call.id()).awaitLive(timeout(call), attempts(call)));
    }

    private void check(Call call) throws IOException, InterruptedException {
        call.answer(200, engine.check(call.body(FeedSpec.class), timeout(call), attempts(call)));
    }

    private static Duration timeout(Call call) {
        return Duration.ofMillis(call.number("timeout_ms", 10_000, 1, 120_000));
    }

    private static int attempts(Call call) {
        return call.number("attempts", 3, 1, 10);
    }
}
