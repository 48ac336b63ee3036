package club.courtside.health.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The table and the board speak of what there is. */
class MonitoringDocsTest {

    private static final Path CODE = Path.of("src/main/java/club/courtside/health/metrics");
    private static final Pattern DECLARED = Pattern.compile("(?:Family\\(|name\\()\\s*\"(courtside_[a-z_]+)\"");
    private static final Pattern NAME = Pattern.compile("courtside_[a-z_]+");

    @Test
    void the_table_names_every_metric_and_no_other() throws IOException {
        Set<String> listed = names(
                Pattern.compile("(?m)^\\| `(courtside_[a-z_]+)`"), Files.readString(Path.of("docs/monitoring.md")));

        assertThat(plain(listed)).isEqualTo(plain(declared()));
    }

    @Test
    void the_board_asks_for_metrics_that_there_are() throws IOException {
        Set<String> asked = names(NAME, Files.readString(Path.of("docs/grafana-courtside.json")));

        assertThat(plain(declared())).isNotEmpty().containsAll(plain(asked));
    }

    private static Set<String> declared() throws IOException {
        var all = new TreeSet<String>();
        try (var files = Files.list(CODE)) {
            for (Path file : files.toList()) all.addAll(names(DECLARED, Files.readString(file)));
        }
        return all;
    }

    private static Set<String> names(Pattern pattern, String text) {
        var names = new TreeSet<String>();
        Matcher found = pattern.matcher(text);
        while (found.find()) names.add(found.group(found.groupCount()));
        return names;
    }

    /** Without what the format puts behind counters and histograms. */
    private static Set<String> plain(Set<String> names) {
        var plain = new TreeSet<String>();
        names.forEach(name -> plain.add(name.replaceAll("_(total|bucket)$", "")));
        return plain;
    }
}
