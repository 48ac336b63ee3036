package club.courtside.engine;

import club.courtside.engine.api.RelayAnswer;
import java.io.IOException;
import java.util.List;

/** Who may read from the relay. */
final class RelayCalls {

    private final RelayDoor door;

    RelayCalls(RelayDoor door) {
        this.door = door;
    }

    List<Route> routes() {
        return List.of(new Route("POST", "/relay/logins/{id}", this::answer));
    }

    private void answer(Call call) throws IOException {
        door.answer(call.id(), call.body(RelayAnswer.class).verdict());
        call.answerNothing(204);
    }
}
