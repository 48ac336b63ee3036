package club.courtside.account.updates;

import static org.assertj.core.api.Assertions.assertThat;

import club.courtside.account.Caller;
import club.courtside.account.Role;
import club.courtside.platform.LiveUpdate;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class UpdateClientTest {

    private static final UUID OURS = UUID.randomUUID();
    private static final UUID THEIRS = UUID.randomUUID();
    private static final UUID INES = UUID.randomUUID();
    private static final UUID JULIEN = UUID.randomUUID();

    @Test
    void players_learn_of_their_own_recordings_only() {
        assertThat(maySee(Role.PLAYER, new LiveUpdate("recording_started", OURS, INES, null)))
                .isTrue();
        assertThat(maySee(Role.PLAYER, new LiveUpdate("recording_started", OURS, JULIEN, null)))
                .isFalse();
    }

    @Test
    void players_learn_of_what_was_shared_with_them() {
        assertThat(maySee(Role.PLAYER, new LiveUpdate("video_changed", OURS, JULIEN, Set.of(INES), null)))
                .isTrue();
    }

    @Test
    void members_learn_how_their_clubs_courts_stand() {
        assertThat(maySee(Role.PLAYER, new LiveUpdate("camera_state", OURS, null, null)))
                .isTrue();
        assertThat(maySee(Role.PLAYER, new LiveUpdate("camera_state", THEIRS, null, null)))
                .isFalse();
    }

    @Test
    void the_staff_learns_everything_of_its_club_and_nothing_else() {
        assertThat(maySee(Role.CLUB_ADMIN, new LiveUpdate("recording_started", OURS, JULIEN, null)))
                .isTrue();
        assertThat(maySee(Role.CLUB_ADMIN, new LiveUpdate("recording_started", THEIRS, JULIEN, null)))
                .isFalse();
    }

    @Test
    void the_operator_learns_everything() {
        assertThat(maySee(Role.SUPER_ADMIN, new LiveUpdate("recording_started", THEIRS, JULIEN, null)))
                .isTrue();
    }

    @Test
    void nobody_gets_what_they_did_not_join() {
        UpdateClient client = new UpdateClient(null, ines(Role.SUPER_ADMIN));
        LiveUpdate update = new LiveUpdate("recording_started", OURS, JULIEN, null);

        assertThat(client.wants(update)).isFalse();
        client.join(THEIRS);
        assertThat(client.wants(update)).isFalse();
        client.join(null);
        assertThat(client.wants(update)).isTrue();
        client.leave(null);
        assertThat(client.wants(update)).isFalse();
    }

    private static boolean maySee(Role role, LiveUpdate update) {
        return UpdateClient.maySee(ines(role), update);
    }

    private static Caller ines(Role role) {
        return new Caller(INES, "ines@club.example", "Inès", role, Set.of(OURS));
    }
}
