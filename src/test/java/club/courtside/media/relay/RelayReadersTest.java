package club.courtside.media.relay;

import static org.assertj.core.api.Assertions.assertThat;

import club.courtside.media.CameraAddress;
import club.courtside.media.FeedClock;
import club.courtside.media.Packet;
import club.courtside.media.Source;
import club.courtside.media.Track.Codec;
import club.courtside.media.ffmpeg.Ffmpeg;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What people read with: the bundled FFmpeg, Debian's ffmpeg program, GStreamer. */
class RelayReadersTest {

    static Stream<Arguments> cameras() {
        return Stream.of(
                Arguments.of("H.264 + AAC", Clip.h264(), Clip.aac()),
                Arguments.of("H.264 + A-law", Clip.h264(), Clip.g711(Codec.PCMA, 8000)),
                Arguments.of("H.264 + µ-law 16 kHz", Clip.h264(), Clip.g711(Codec.PCMU, 16_000)),
                Arguments.of("H.265", Clip.h265(), null),
                Arguments.of("MJPEG 4:2:0", Clip.mjpeg(320, 180), null),
                Arguments.of("MJPEG 4:2:2 + A-law", Clip.mjpeg422(640, 360), Clip.g711(Codec.PCMA, 8000)));
    }

    /** All at once, which is also what it costs no time to wait for. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("cameras")
    void everybody_reads_without_a_complaint(String what, Clip video, Clip audio) throws Exception {
        try (var court = new RelayOfClips(new ClipCamera(video, audio))) {
            Process ffmpeg5 = start(
                    "ffmpeg",
                    "-v",
                    "error",
                    "-rtsp_transport",
                    "tcp",
                    "-i",
                    court.url(),
                    "-t",
                    "1",
                    "-vsync",
                    "0",
                    "-enc_time_base",
                    "-1",
                    "-f",
                    "null",
                    "-");
            Process gstreamer = start(pipeline(court.url(), video, audio).split(" "));
            readWithTheBundledFfmpeg(court.url(), video, audio);
            assertThat(outputOf(ffmpeg5)).as("FFmpeg 5").isEmpty();
            assertThat(outputOf(gstreamer)).as("GStreamer").isEmpty();
        }
    }

    private static void readWithTheBundledFfmpeg(String url, Clip video, Clip audio) throws Exception {
        var address = CameraAddress.parse(url, null, null, null);
        try (Source source = new Ffmpeg().opener().open(address, FeedClock.SYSTEM)) {
            assertThat(source.tracks()).hasSize(audio == null ? 1 : 2);
            assertThat(source.tracks().get(0).codec()).isEqualTo(video.codec());
            if (audio != null) assertThat(source.tracks().get(1).codec()).isEqualTo(audio.codec());
            List<Packet> pictures = new ArrayList<>();
            List<Packet> sounds = new ArrayList<>();
            while (pictures.size() < 30) {
                Packet packet = source.read();
                (packet.track().isVideo() ? pictures : sounds).add(packet);
            }
            assertThat(pictures.get(0).key()).isTrue();
            if (audio != null) assertThat(sounds).hasSizeGreaterThan(10);
        }
    }

    private static String pipeline(String url, Clip video, Clip audio) {
        String pipeline = "gst-launch-1.0 -q rtspsrc name=court protocols=tcp latency=100 location=" + url;
        pipeline += branch("video", video);
        return audio == null ? pipeline : pipeline + branch("audio", audio);
    }

    /**
     * Neither sink waits for the other to have something: with the queue before one full, GStreamer's only reader stands
     * still, and the other never gets anything.
     */
    private static String branch(String media, Clip clip) {
        return " court. ! application/x-rtp,media=" + media
                + " ! queue max-size-buffers=0 max-size-bytes=0 max-size-time=0 ! "
                + decoder(clip.codec())
                + " ! fakesink num-buffers=25 sync=false async=false";
    }

    private static String decoder(Codec codec) {
        return switch (codec) {
            case H264 -> "rtph264depay ! h264parse ! openh264dec";
            case H265 -> "rtph265depay ! h265parse ! libde265dec";
            case MJPEG -> "rtpjpegdepay ! jpegdec";
            case AAC -> "rtpmp4gdepay ! aacparse";
            case PCMA -> "rtppcmadepay ! alawdec";
            default -> "rtppcmudepay ! mulawdec";
        };
    }

    private static Process start(String... command) throws IOException {
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
                .start();
    }

    /** What it prints; it has to end well. */
    private static String outputOf(Process process) throws Exception {
        boolean ended = process.waitFor(60, TimeUnit.SECONDS);
        if (!ended) process.destroyForcibly();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(ended).as("ends: " + output).isTrue();
        assertThat(process.exitValue()).as(output).isZero();
        return output;
    }
}
