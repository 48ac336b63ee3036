package club.courtside.engine;

import club.courtside.engine.api.RelayAnswer;
import club.courtside.engine.api.RelayReader;
import club.courtside.media.relay.Relay;
import java.io.IOException;
import java.util.List;

/** Who may read from the relay, who does, and the end of that. */
final class RelayCalls {

    private final RelayDoor door;
    private final Relay relay;

    RelayCalls(RelayDoor door, Relay relay) {
        this.door = door;
        this.relay = relay;
    }

    List<Route> routes() {
        return List.of(
                new Route("POST", "/relay/logins/{id}", this::answer),
                new Route("GET", "/relay/readers", call -> call.answer(200, readers())),
                new Route("DELETE", "/relay/readers/{id}", this::sendAway));
    }

    private void answer(Call call) throws IOException {
        door.answer(call.id(), call.body(RelayAnswer.class));
        call.answerNothing(204);
    }

    private List<RelayReader> readers() {
        return relay.visits().stream()
                .map(visit -> new RelayReader(visit.id(), visit.path(), visit.who()))
                .toList();
    }

    private void sendAway(Call call) throws IOException {
        relay.visits().stream()
                .filter(visit -> visit.id().equals(call.id()))
                .forEach(visit -> door.forget(visit.who()));
        relay.sendAway(call.id());
        call.answerNothing(204);
    }
}
