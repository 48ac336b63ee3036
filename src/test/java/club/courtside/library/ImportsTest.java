package club.courtside.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import club.courtside.court.Clubs;
import club.courtside.court.EngineSeam;
import club.courtside.library.inventory.Mp4Date;
import club.courtside.platform.ProblemException;
import club.courtside.session.DiskSpace;
import club.courtside.support.FakeEngine;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportsTest {

    private static final Instant FILMED = Instant.parse("2024-05-04T16:30:00Z");

    @TempDir
    Path folder;

    private TestLibrary library;
    private Imports imports;

    @BeforeEach
    void open_the_library() {
        library = new TestLibrary(folder.resolve("data"));
        imports = new Imports(
                new Clubs(library.club.database.entities()),
                library.videos,
                library.ledger,
                library.club.data,
                EngineSeam.connected(library.club.engine),
                new DiskSpace(library.club.data, library.club.recordings, library.club.clock, library.club.settings),
                library.club.clock);
    }

    @AfterEach
    void close_the_library() {
        library.close();
    }

    private Path file(String name, String content) throws IOException {
        Path file = Files.writeString(folder.resolve(name), content);
        return Files.setLastModifiedTime(file, FileTime.from(FILMED));
    }

    private boolean take(Path file, boolean moving) {
        return library.club.database.inTransaction(() -> {
            try {
                return imports.take(library.club.club.slug(), file, moving);
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        });
    }

    private List<Video> videos() {
        library.club.database.entities().clear();
        return library.club
                .database
                .entities()
                .createQuery("select v from Video v order by v.title", Video.class)
                .getResultList();
    }

    @Test
    void a_file_becomes_a_video_with_its_name_and_date() throws IOException {
        Path final1 = file("Finale_dames.mp4", FakeEngine.MATCH);

        assertThat(take(final1, false)).isTrue();

        assertThat(videos()).singleElement().satisfies(video -> {
            assertThat(video.title()).isEqualTo("Finale dames");
            assertThat(video.origin()).isEqualTo(Origin.IMPORT);
            assertThat(video.status()).isEqualTo(VideoStatus.READY);
            assertThat(video.startedAt()).isEqualTo(FILMED);
            assertThat(library.files.of(video)).hasContent(FakeEngine.MATCH);
            assertThat(library.files.of(video).getFileName().toString()).matches("Finale-dames-[0-9a-f]{24}\\.mp4");
        });
        assertThat(final1).exists();
    }

    @Test
    void nothing_comes_in_twice_whatever_it_is_called() throws IOException {
        take(file("one.mp4", FakeEngine.MATCH), false);

        assertThat(take(file("one.mp4", FakeEngine.MATCH), false)).isFalse();
        assertThat(take(file("copy of one.mp4", FakeEngine.MATCH), false)).isFalse();

        assertThat(videos()).hasSize(1);
    }

    @Test
    void what_is_moved_is_no_longer_where_it_was() throws IOException {
        Path file = file("one.mp4", FakeEngine.MATCH);

        assertThat(take(file, true)).isTrue();

        assertThat(file).doesNotExist();
        assertThat(library.files.of(videos().get(0))).hasContent(FakeEngine.MATCH);
    }

    @Test
    void what_is_no_mp4_is_refused_with_what_helps_and_stays_where_it_is() throws IOException {
        refused(file("letter.mp4", "Dear club"), "it is no video");
        refused(
                file("match.avi", "RIFF....AVI LIST"),
                "no MP4, but an AVI file; ffmpeg -i \"match.avi\" -c copy \"match.mp4\"");
        Path matroska = Files.write(folder.resolve("match.mkv"), new byte[] {0x1A, 0x45, (byte) 0xDF, (byte) 0xA3, 1});
        refused(matroska, "Matroska");
        refused(folder.resolve("nowhere.mp4"), "cannot read it");
        assertThat(matroska).exists();
        assertThat(videos()).isEmpty();
    }

    @Test
    void files_of_our_own_are_refused() throws IOException {
        Path own = library.club.data.videos().resolve("own.mp4");
        refused(Files.writeString(own, FakeEngine.MATCH), "own data folder");
    }

    @Test
    void a_club_that_does_not_exist_is_named() throws IOException {
        Path file = file("one.mp4", FakeEngine.MATCH);
        assertThatThrownBy(() -> imports.take("nowhere", file, false))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("no club 'nowhere'");
    }

    @Test
    void names_of_any_kind_become_titles() {
        assertThat(Imports.title(Path.of("<b>Gagné> 🎾.MP4"))).isEqualTo("<b>Gagné> 🎾");
        assertThat(Imports.title(Path.of("a\u0007b.mp4"))).isEqualTo("a b");
        assertThat(Imports.title(Path.of("....mp4"))).isEqualTo("...");
        assertThat(Imports.title(Path.of("___.mp4"))).isEqualTo("Video");
        assertThat(Imports.title(Path.of("x".repeat(230) + ".mp4"))).hasSize(200);
        assertThat(Imports.title(Path.of("🎾".repeat(120) + ".mp4"))).endsWith("🎾");
    }

    @Test
    void a_date_in_the_file_counts_more_than_that_of_the_file() throws IOException {
        ByteBuffer mp4 = ByteBuffer.allocate(200);
        mp4.putInt(16).put("ftypisom".getBytes(StandardCharsets.ISO_8859_1)).putInt(0);
        mp4.putInt(124).put("moov".getBytes(StandardCharsets.ISO_8859_1));
        mp4.putInt(108).put("mvhd".getBytes(StandardCharsets.ISO_8859_1)).putInt(0);
        mp4.putInt((int) (FILMED.getEpochSecond() + 2_082_844_800L));
        Path file = Files.write(folder.resolve("dated.mp4"), mp4.array());

        assertThat(Mp4Date.of(file, FILMED.plusSeconds(1))).contains(FILMED);
        assertThat(Mp4Date.of(file, FILMED.minusSeconds(1))).isEmpty();
        assertThat(Mp4Date.of(file("text.mp4", "no film"), FILMED)).isEmpty();
    }

    private void refused(Path file, String why) {
        assertThatThrownBy(() -> take(file, true))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining(why);
    }
}
