package club.courtside.session;

import static org.assertj.core.api.Assertions.assertThat;

import club.courtside.demo.CameraSettings;
import club.courtside.demo.DemoCourt;
import club.courtside.demo.MjpegCamera;
import club.courtside.demo.RtspCamera;
import club.courtside.demo.SentUnit;
import club.courtside.demo.SoundCodec;
import club.courtside.support.Api;
import club.courtside.support.Await;
import club.courtside.support.Ffprobe;
import club.courtside.support.Match;
import club.courtside.support.RunningCourtside;
import club.courtside.support.Sequence;
import club.courtside.support.Shared;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The file against what the camera itself noted to have sent: the recorder may neither lose nor move a picture. */
@ExtendWith(Shared.class)
class EveryPacketIT {

    private static final Duration A_GROUP = Duration.ofMillis(1_500);
    private static final double HALF_A_FRAME = 0.020;
    private static final double MEAN_ALLOWED = 0.030;
    private final RunningCourtside courtside;
    private final Api admin;

    EveryPacketIT(RunningCourtside courtside) {
        this.courtside = courtside;
        this.admin = courtside.api().as("admin");
    }

    @Test
    void every_picture_sent_after_start_is_in_the_file() throws Exception {
        try (RtspCamera camera =
                new RtspCamera(CameraSettings.of(DemoCourt.CENTRAL).remembering(), SoundCodec.AAC)) {
            camera.start();
            try (Match match = Match.onCamera(courtside, admin, camera.url())) {
                match.record(5);
                Instant started = Instant.now();
                match.awaitElapsed(6);
                Instant stopped = Instant.now();
                match.stop();
                assertEveryPicture(camera, match.file(), started, stopped);
            }
        }
    }

    @Test
    void a_killed_web_application_costs_no_picture() throws Exception {
        try (RtspCamera camera =
                new RtspCamera(CameraSettings.of(DemoCourt.TERRAIN_3).remembering(), SoundCodec.PCMA)) {
            camera.start();
            try (Match match = Match.onCamera(courtside, admin, camera.url())) {
                match.record(5);
                Instant started = Instant.now();
                match.awaitElapsed(2);
                String recording = match.status().path("id").asText();
                courtside.webApplication().destroyForcibly();
                Await.until("the web application is gone", () -> !courtside.answers());
                Await.until("the web application is back", Duration.ofMinutes(5), courtside::answers);

                match.awaitState("recording", Duration.ofSeconds(90));
                assertThat(match.status().path("id").asText()).isEqualTo(recording);
                match.awaitElapsed(match.status().path("elapsed_seconds").asDouble() + 1);
                Instant stopped = Instant.now();
                assertThat(match.stop().path("gaps")).isEmpty();
                assertEveryPicture(camera, match.file(), started, stopped);
                assertThat(Ffprobe.of(match.file()).decodeErrors()).isEmpty();
            }
        }
    }

    @Test
    void irregular_intervals_stay_what_they_are() throws Exception {
        try (MjpegCamera camera =
                new MjpegCamera(CameraSettings.of(DemoCourt.PANORAMIQUE).remembering())) {
            camera.start();
            try (Match match = Match.onCamera(courtside, admin, camera.url())) {
                match.record(5).awaitElapsed(6);
                match.stop();
                List<Double> file = Ffprobe.of(match.file()).videoTimes();
                List<Double> sent = sentPictures(camera.sent()).stream()
                        .map(u -> u.sentAt().toEpochMilli() / 1e3)
                        .toList();
                Sequence sequence = Sequence.find(file, sent);
                assertThat(file).hasSizeGreaterThan(40);
                assertThat(sequence.meanError()).isLessThan(MEAN_ALLOWED);
            }
        }
    }

    /** From the key frame before the press of start (or the one beside it, at the border) to the press of stop. */
    private static void assertEveryPicture(RtspCamera camera, Path file, Instant started, Instant stopped) {
        List<Double> times = Ffprobe.of(file).videoTimes();
        List<SentUnit> sent = sentPictures(camera.sent());
        Sequence sequence = Sequence.find(
                times,
                sent.stream().map(u -> u.micros() / 1e6).toList(),
                IntStream.range(0, sent.size())
                        .filter(i -> sent.get(i).key())
                        .filter(i -> Duration.between(sent.get(i).sentAt(), started)
                                        .abs()
                                        .compareTo(A_GROUP)
                                < 0));
        assertThat(sequence.worstError()).as("no picture is missing").isLessThan(HALF_A_FRAME);
        assertThat(sent.get(sequence.first() + times.size() - 1).sentAt())
                .as("the last picture")
                .isAfter(stopped.minus(A_GROUP));
    }

    /** Those of the connection that was open last. */
    private static List<SentUnit> sentPictures(List<List<SentUnit>> clients) {
        return clients.get(clients.size() - 1).stream().filter(SentUnit::video).toList();
    }
}
