package club.courtside.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import club.courtside.bench.SourceProcess.Late;
import club.courtside.bench.SourceProcess.Shown;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchTest {

    private static final Machine MACHINE = new Machine(2, "a processor", 8_000_000_000L, "Linux 6", List.of("Java 17"));
    private static final Late IN_TIME = new Late(0, 3, 9);

    @Test
    void without_arguments_everything_is_measured() {
        BenchOptions options = BenchOptions.parse();

        assertThat(options.cameras()).containsExactly(1, 10, 30, 60, 100);
        assertThat(options.only()).containsExactlyInAnyOrder(BenchOptions.Part.values());
        assertThat(options.soak()).isNull();
    }

    @Test
    void a_chapter_is_replaced_alone_and_a_new_one_comes_last() {
        var pairs = List.of(
                new ConversionSpeed.Pair("medium", 60, 10, 11, 10),
                new ConversionSpeed.Pair("medium", 60, 20, 22, 10),
                new ConversionSpeed.Pair("medium", 60, 8, 10, 10));
        String chapter = ConversionChapter.of(pairs, "a machine", LocalDate.EPOCH);
        assertThat(chapter).startsWith("## Conversion\n\n").contains("| medium | 1.00 | 0.91 |");
        assertThat(ConversionChapter.isAsAimedAt(pairs)).isTrue();
        String rest = "# What it costs\n\n## The library\n\nfast\n";
        String once = ConversionChapter.CHAPTER.put(rest, chapter);
        assertThat(once).isEqualTo(rest + "\n" + chapter);
        assertThat(ConversionChapter.CHAPTER.put(once, chapter)).isEqualTo(once);
        assertThat(ConversionChapter.CHAPTER.in(once)).isEqualTo(chapter);
        Chapter library = new Chapter("The library");
        assertThat(library.put(once, library.of("faster")))
                .isEqualTo("# What it costs\n\n## The library\n\nfaster\n\n" + chapter);
        assertThat(library.put(once, "")).isEqualTo(once);
        assertThat(library.in("# What it costs\n")).isEmpty();
    }

    @Test
    void a_soak_has_a_length_with_its_unit() {
        assertThat(BenchOptions.parse("--soak", "30m", "--seed", "7").soak()).isEqualTo(Duration.ofMinutes(30));
        assertThatThrownBy(() -> BenchOptions.parse("--soak", "30")).hasMessageContaining("30m");
    }

    @Test
    void a_wrong_option_names_itself() {
        assertThatThrownBy(() -> BenchOptions.parse("--cameras", "1,many")).hasMessageContaining("--cameras");
        assertThatThrownBy(() -> BenchOptions.parse("--only", "weather")).hasMessageContaining("weather");
        assertThatThrownBy(() -> BenchOptions.parse("--sekonds", "3")).hasMessageContaining("--sekonds");
    }

    @Test
    void the_report_sets_us_beside_the_others() {
        String report =
                Report.of(rounds(ours(0), other(IN_TIME)), MACHINE, LocalDate.of(2026, 5, 1), Duration.ofSeconds(30));

        assertThat(report)
                .contains("2026-05-01", "2 cores of a processor", "| 10 | Courtside | 0.300 | 5.0 | 0 of 7500 |")
                .contains("| 10 | 0.75 | – |")
                .doesNotContain("void**");
    }

    @Test
    void the_report_hides_neither_losses_nor_void_rounds() {
        String report = Report.of(
                rounds(ours(4), other(new Late(90, 400, 900))), MACHINE, LocalDate.EPOCH, Duration.ofSeconds(30));

        assertThat(report).contains("4 of 7500", "**void**");
    }

    @Test
    void the_plot_is_well_formed_and_shows_every_bar() throws Exception {
        String svg = Chart.of(rounds(ours(0), other(IN_TIME)).rounds());

        var document = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new java.io.ByteArrayInputStream(svg.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        assertThat(document.getDocumentElement().getTagName()).isEqualTo("svg");
        assertThat(svg).contains(">0.30<", ">5.0<", ">0.40<", ">9.0<");
    }

    @Test
    void a_picture_seen_twice_round_belongs_to_the_round_that_was_just_sent() {
        List<Shown> sent = List.of(new Shown(7, 1_000_000), new Shown(507, 21_000_000), new Shown(508, 21_040_000));

        LiveLatency latency = LiveLatency.of(List.of(List.of(7, 21_060_000L), List.of(8, 21_120_000L)), sent);

        assertThat(latency.pictures()).isEqualTo(2);
        assertThat(latency.most()).isCloseTo(80, within(0.01));
    }

    @Test
    void one_camera_loses_nothing_with_anybody(@TempDir Path work) throws IOException, InterruptedException {
        Film film = new Film(Files.createDirectories(Path.of("target", "bench").toAbsolutePath()));
        try (var source = new SourceProcess(film)) {
            Contender debian = ProcessPerCamera.debianFfmpeg(source);

            List<Round> rounds = new CameraRounds(source, work, Duration.ofSeconds(2)).run(List.of(debian), List.of(1));

            assertThat(rounds).singleElement().satisfies(round -> {
                assertThat(round.sent()).isGreaterThan(50);
                assertThat(round.lost()).isZero();
                assertThat(round.pss()).isPositive();
            });
        }
    }

    private static Findings rounds(Round... rounds) {
        return new Findings(List.of(rounds), List.of(), List.of(), null, List.of(), null, null, null);
    }

    private static Round ours(long lost) {
        return new Round("Courtside", 10, 0.3, 5e6, 7500, 7500 - lost, 900, 200, IN_TIME);
    }

    private static Round other(Late late) {
        return new Round("FFmpeg (Debian)", 10, 0.4, 9e6, 7500, 7500, 1800, -1, late);
    }
}
