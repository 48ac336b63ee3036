package club.courtside.obs;

import static org.assertj.core.api.Assertions.assertThat;

import club.courtside.engine.api.Gap;
import club.courtside.engine.api.JoinSpec.Piece;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class StudioPiecesTest {

    private static final Path FIRST = Path.of("/obs/match.mkv");
    private static final Path SECOND = Path.of("/obs/match_2.mkv");

    @Test
    void a_pause_divides_a_file_and_takes_its_time() {
        assertThat(StudioPieces.of(List.of(FIRST), List.of(paused(10, 5), paused(25, 2))))
                .containsExactly(piece(FIRST, 0, 0), piece(FIRST, 10, 15), piece(FIRST, 20, 27));
    }

    @Test
    void a_crash_begins_another_file_where_obs_was_back() {
        assertThat(StudioPieces.of(List.of(FIRST, SECOND), List.of(closed(30, 12))))
                .containsExactly(piece(FIRST, 0, 0), piece(SECOND, 0, 42));
    }

    @Test
    void pauses_before_and_after_a_crash_belong_to_their_own_file() {
        assertThat(StudioPieces.of(
                        List.of(FIRST, SECOND), List.of(paused(10, 5), closed(30, 10), paused(50, 1), paused(60, 2))))
                .containsExactly(
                        piece(FIRST, 0, 0),
                        piece(FIRST, 10, 15),
                        piece(SECOND, 0, 40),
                        piece(SECOND, 10, 51),
                        piece(SECOND, 19, 62));
    }

    @Test
    void a_crash_before_anything_was_written_leaves_one_file() {
        assertThat(StudioPieces.of(List.of(FIRST), List.of(closed(3, 10)))).containsExactly(piece(FIRST, 0, 0));
    }

    private static Gap paused(double at, double seconds) {
        return new Gap(at, seconds, "obs_paused");
    }

    private static Gap closed(double at, double seconds) {
        return new Gap(at, seconds, "obs_closed");
    }

    private static Piece piece(Path file, double from, double at) {
        return new Piece(file.toString(), from, at);
    }
}
