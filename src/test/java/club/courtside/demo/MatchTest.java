package club.courtside.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MatchTest {

    @Test
    void the_ball_stays_above_the_floor_and_inside_the_glass() {
        Match match = new Match(1);
        for (double time = 0; time < 300; time += 0.02) {
            Point ball = match.at(time).ball(time);
            if (ball == null) continue;
            assertThat(ball.z()).isGreaterThan(0);
            assertThat(Math.abs(ball.x())).isLessThan(Court.HALF_WIDTH + 0.1);
            assertThat(Math.abs(ball.y())).isLessThan(Court.HALF_LENGTH + 0.1);
        }
    }

    @Test
    void every_ball_that_crosses_the_net_passes_above_it() {
        for (Rally rally : rallies(300))
            for (Arc flight : rally.flights())
                if (flight.heightAtNet() < 100) assertThat(flight.heightAtNet()).isGreaterThan(Court.NET_POSTS);
    }

    @Test
    void a_player_stands_at_the_ball_when_hitting_it() {
        for (Rally rally : rallies(300))
            for (Stroke stroke : rally.strokes())
                assertThat(rally.paths()
                                .get(stroke.player())
                                .at(stroke.time())
                                .place()
                                .walk(stroke.ball()))
                        .isCloseTo(0.65, within(0.25));
    }

    @Test
    void every_stroke_is_heard() {
        for (Rally rally : rallies(300)) {
            long knocks = rally.bumps().stream()
                    .filter(bump -> bump.kind() == Bump.Kind.RACKET)
                    .count();
            assertThat(knocks).isEqualTo(rally.strokes().size());
        }
    }

    @Test
    void after_a_pause_of_hours_the_match_just_goes_on() {
        Match match = new Match(1);
        match.at(10);
        Rally later = match.at(40_000);
        assertThat(later.start()).isLessThanOrEqualTo(40_000);
        assertThat(later.end()).isGreaterThan(40_000);
    }

    @Test
    void a_knock_is_louder_than_the_silence_around_it() {
        Match match = new Match(1);
        double stroke = match.at(0).strokes().get(0).time();
        Sound sound = new Sound(match, 8000);
        assertThat(loudest(sound.samples((long) (stroke * 8000), 400))).isGreaterThan(2000);
        assertThat(loudest(sound.samples(0, 400))).isBetween(1, 100);
    }

    @Test
    void the_picture_moves_and_each_court_has_its_own_colours() {
        Map<String, Integer> floors = new HashMap<>();
        for (DemoCourt court : DemoCourt.values()) {
            CourtPicture picture = court.picture(court.match());
            int[] before = picture.at(3, LocalTime.NOON).clone();
            assertThat(picture.at(3.2, LocalTime.NOON)).isNotEqualTo(before);
            BufferedImage image = picture.picture();
            floors.putIfAbsent(court.slug(), image.getRGB(700, 690));
        }
        assertThat(floors).hasSize(3);
        assertThat(floors.values()).doesNotHaveDuplicates();
    }

    @Test
    void cameras_of_one_court_see_the_same_rally_although_one_is_a_little_behind() {
        Match match = new Match(3);
        Rally first = match.at(0);
        Rally next = match.at(first.end());

        assertThat(match.at(first.end() - 0.04)).isSameAs(first);
        assertThat(match.at(first.end() + 0.04)).isSameAs(next);
    }

    @Test
    void nothing_of_an_earlier_picture_stays_behind() {
        for (DemoCourt court : DemoCourt.values()) {
            Match match = court.match();
            CourtPicture used = court.picture(match);
            for (double time = 100; time < 106; time += 0.04) used.at(time, LocalTime.MAX);
            CourtPicture fresh = court.picture(match);
            assertThat(used.at(106, LocalTime.NOON)).isEqualTo(fresh.at(106, LocalTime.NOON));
        }
    }

    @Test
    void a_law_is_that_of_the_standard() {
        assertThat(ALaw.encode(new short[] {0, -1, 32767, -32768, 1000, -1000}))
                .containsExactly(0xD5, 0x55, 0xAA, 0x2A, 0xFA, 0x7A);
    }

    private static Set<Rally> rallies(double seconds) {
        Match match = new Match(5);
        Set<Rally> rallies = new HashSet<>();
        for (double time = 0; time < seconds; time += 1) rallies.add(match.at(time));
        return rallies;
    }

    private static int loudest(short[] samples) {
        int loudest = 0;
        for (short sample : samples) loudest = Math.max(loudest, Math.abs(sample));
        return loudest;
    }
}
