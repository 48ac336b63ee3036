package club.courtside.permissions;

import static org.assertj.core.api.Assertions.assertThat;

import club.courtside.support.Api;
import club.courtside.support.Await;
import club.courtside.support.Mailbox;
import club.courtside.support.RtspReader;
import club.courtside.support.RunningCourtside;
import club.courtside.support.Shared;
import club.courtside.support.SocketOutcome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

/** Asks every address as everybody: {@code permissions.txt}. */
@ExtendWith(Shared.class)
class PermissionsIT {

    private static final int UNAVAILABLE = 503;
    /** How a WebSocket says the same (RFC 6455, 7.4.1). */
    private static final int TRY_AGAIN_LATER = 1013;

    private final RunningCourtside courtside;
    private final Mailbox mailbox;

    PermissionsIT(RunningCourtside courtside, Mailbox mailbox) {
        this.courtside = courtside;
        this.mailbox = mailbox;
    }

    @TestFactory
    Stream<DynamicTest> everybody_is_answered_as_the_table_says() {
        People people = new People(courtside, mailbox);
        Scene scene = scene(people);
        return PermissionTable.rows().stream()
                .map(row -> DynamicTest.dynamicTest("line " + row.line() + ": " + row, () -> check(row, scene, people)))
                .onClose(scene::close)
                .onClose(people::close);
    }

    /** Nobody of these people stays when it cannot be set: other tests know of one club alone. */
    private Scene scene(People people) {
        try {
            return new Scene(courtside, people);
        } catch (RuntimeException | Error e) {
            people.close();
            throw e;
        }
    }

    private void check(PermissionRow row, Scene scene, People people) {
        Map<Person, Integer> expected = new EnumMap<>(Person.class);
        Map<Person, Integer> answered = new EnumMap<>(Person.class);
        for (Person person : Person.values()) {
            expected.put(person, row.answer(person));
            answered.put(person, answerWithoutCrowd(row, scene, people, person));
        }
        assertThat(answered).as(row.toString()).isEqualTo(expected);
    }

    /** Who has left a picture is counted among its viewers for a moment, and those are few. */
    private int answerWithoutCrowd(PermissionRow row, Scene scene, People people, Person person) {
        return Await.value(
                row + " as " + person,
                () -> answer(row, scene, people, person),
                answer -> answer != UNAVAILABLE && answer != TRY_AGAIN_LATER);
    }

    private int answer(PermissionRow row, Scene scene, People people, Person person) {
        Api api = people.api(person);
        String path = scene.filled(row);
        return switch (row.method()) {
            case "WS" -> SocketOutcome.of(courtside, path, api.token());
            case "RTSP" -> described(path.substring(1), people, person);
            default -> api.status(row.method(), path, scene.with(row.content()));
        };
    }

    private int described(String path, People people, Person person) {
        try (var reader = new RtspReader(relayPort(), path)) {
            if (person == Person.ANONYMOUS) reader.anonymous();
            else reader.signInAs(people.email(person), people.password(person));
            return reader.ask("DESCRIBE", "").status();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private int relayPort() {
        return Await.value(
                "the relay",
                () -> courtside
                        .api()
                        .get("/api/video/health")
                        .json()
                        .at("/relay/port")
                        .asInt(),
                port -> port > 0);
    }
}
