package club.courtside.session;

import static org.assertj.core.api.Assertions.assertThat;

import club.courtside.session.wall.StartForm;
import club.courtside.session.wall.WallTile;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StartFormTest {

    @TempDir
    Path folder;

    private TestClub club;

    @BeforeEach
    void open_the_club() {
        club = new TestClub(folder);
    }

    @AfterEach
    void close_the_club() {
        club.close();
    }

    private StartForm form() {
        return club.in(() -> new WallTile(club.board.court(club.player, "central"), null).form("Final"));
    }

    private Recording start(StartForm form) {
        return club.in(() -> club.recorder.startOnCourt(club.player, "central", form.wish()))
                .value()
                .main();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_video_does_what_its_club_usually_does_where_nobody_chooses(boolean usual) {
        club.sentAfterwards = usual;
        StartForm form = form();

        assertThat(form.isSendable()).isTrue();
        assertThat(form.isSent()).isEqualTo(usual);
        assertThat(start(form).autoUpload()).isEqualTo(usual);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void what_was_chosen_for_this_match_counts(boolean usual) {
        club.sentAfterwards = usual;
        StartForm form = form();
        form.setSent(!usual);

        assertThat(start(form).autoUpload()).isEqualTo(!usual);
    }

    @Test
    void without_a_target_nothing_is_asked_and_the_club_decides_later() {
        StartForm form = form();

        assertThat(form.isSendable()).isFalse();
        assertThat(start(form).autoUpload()).isNull();
    }
}
