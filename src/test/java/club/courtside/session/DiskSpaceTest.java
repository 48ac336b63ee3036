package club.courtside.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import club.courtside.platform.CurrentSettings;
import club.courtside.platform.ProblemException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An hour of 4 Mb/s takes 1.8 GB; each club has a disk of its own here. */
class DiskSpaceTest {

    private static final RecordMinutes AN_HOUR = new RecordMinutes(60);
    private static final long RATE = 4_000_000;
    private static final double RESERVE = 1;

    @TempDir
    Path folder;

    private TestClub club;
    private DiskSpace disk;
    private double free;

    @BeforeEach
    void open_the_club() {
        club = new TestClub(folder);
        CurrentSettings reserve = club.settings(Map.of("COURTSIDE_MIN_FREE_GB", "" + RESERVE));
        disk = new DiskSpace(club.data, club.recordings, club.clock, reserve, new DiskSpace.Disks() {
            @Override
            public Object of(Path clubFolder) {
                return clubFolder;
            }

            @Override
            public long free(Path clubFolder) {
                return (long) (free * 1e9);
            }
        });
    }

    @AfterEach
    void close_the_club() {
        club.close();
    }

    @Test
    void a_recording_fits_with_its_length_and_the_reserve() {
        free = 2.9;
        assertThatCode(() -> check(club.club.id())).doesNotThrowAnyException();
        free = 2.7;
        assertThat(refused().status()).isEqualTo(507);
    }

    @Test
    void what_the_running_ones_will_still_take_is_not_free() {
        club.start(club.player, club.open(club.player), 60);
        free = 4.5;
        assertThat(refused().status()).isEqualTo(507);
        free = 4.7;
        assertThatCode(() -> check(club.club.id())).doesNotThrowAnyException();
    }

    @Test
    void what_they_have_taken_already_is() {
        club.start(club.player, club.open(club.player), 60);
        club.clock.passes(Duration.ofMinutes(50));
        free = 3.2;
        assertThatCode(() -> check(club.club.id())).doesNotThrowAnyException();
    }

    @Test
    void recordings_on_another_disk_take_nothing_here() {
        club.start(club.player, club.open(club.player), 60);
        free = 2.9;
        assertThatCode(() -> check(UUID.randomUUID())).doesNotThrowAnyException();
    }

    private void check(UUID clubId) {
        disk.check(clubId, AN_HOUR, RATE);
    }

    private ProblemException refused() {
        return catchThrowableOfType(ProblemException.class, () -> check(club.club.id()));
    }
}
