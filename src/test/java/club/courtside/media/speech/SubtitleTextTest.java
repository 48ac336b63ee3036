package club.courtside.media.speech;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SubtitleTextTest {

    @Test
    void what_has_a_meaning_in_a_format_is_written_so_that_it_has_none() {
        List<Line> lines =
                List.of(new Line(0, 1500, " <b>6 & 4</b>\n\n--> set "), new Line(5_025_007, 36_000_000, "Jeu"));
        assertThat(SubtitleText.vtt(lines)).isEqualTo("""
                WEBVTT

                00:00:00.000 --> 00:00:01.500
                &lt;b&gt;6 &amp; 4&lt;/b&gt; --&gt; set

                01:23:45.007 --> 10:00:00.000
                Jeu
                """);
        assertThat(SubtitleText.srt(lines)).isEqualTo("""
                1
                00:00:00,000 --> 00:00:01,500
                <b>6 & 4</b> → set

                2
                01:23:45,007 --> 10:00:00,000
                Jeu
                """);
    }

    @Test
    void sound_is_cut_where_it_is_quietest_and_keeps_its_time() throws Exception {
        List<Speech> heard = new ArrayList<>();
        var stretches = new Stretches(heard::add);
        float[] second = new float[Speech.RATE];
        for (int at = 0; at < 100; at++) {
            java.util.Arrays.fill(second, at == 47 ? 0.01f : 0.5f);
            stretches.take(3 + at, second, second.length);
        }
        stretches.take(500, second, second.length);
        stretches.finish();
        assertThat(heard)
                .extracting(Speech::from)
                .satisfiesExactly(
                        from -> assertThat(from).isEqualTo(3),
                        from -> assertThat(from).isBetween(50.0, 51.0),
                        from -> assertThat(from).isEqualTo(500));
        assertThat(heard.stream().mapToDouble(Speech::seconds).sum()).isEqualTo(101);
    }
}
