package club.courtside.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import club.courtside.account.Caller;
import club.courtside.account.Role;
import club.courtside.platform.LiveUpdate;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who plays on a court is told to themselves and to those who run the club. */
class SessionViewTest {

    private static final Caller OPERATOR =
            new Caller(UUID.randomUUID(), "camille@courtside.example", "Camille", Role.SUPER_ADMIN, Set.of());

    @TempDir
    Path folder;

    private TestClub club;
    private UUID session;

    @BeforeEach
    void a_player_opens_a_court() {
        club = new TestClub(folder);
        session = club.open(club.player);
    }

    @AfterEach
    void close_the_club() {
        club.close();
    }

    @Test
    void who_has_opened_a_session_and_who_runs_the_club_see_whose_it_is() {
        assertThat(openedBy(club.player)).isEqualTo("ana");
        assertThat(openedBy(club.admin)).isEqualTo("ana");
        assertThat(openedBy(OPERATOR)).isEqualTo("ana");
    }

    @Test
    void another_player_of_the_club_does_not() {
        assertThat(openedBy(club.otherPlayer)).isNull();
    }

    @Test
    void a_token_for_its_preview_changes_nothing_about_that() {
        SessionView seen = SessionView.of(club.opener.visible(club.otherPlayer, session), club.otherPlayer);

        assertThat(seen.withPreview(Map.of(), "token").openedBy()).isNull();
    }

    @Test
    void live_updates_go_to_everybody_and_name_nobody() {
        club.close(club.player, session);

        assertThat(club.events.fired(LiveUpdate.class))
                .filteredOn(update -> update.data() instanceof SessionView)
                .extracting(LiveUpdate::event, update -> ((SessionView) update.data()).openedBy())
                .containsExactly(tuple("session_opened", null), tuple("session_closed", null));
    }

    private String openedBy(Caller caller) {
        return SessionView.of(club.opener.visible(caller, session), caller).openedBy();
    }
}
