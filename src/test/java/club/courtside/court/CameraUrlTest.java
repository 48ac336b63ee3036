package club.courtside.court;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import club.courtside.media.CameraAddress;
import club.courtside.platform.ProblemException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CameraUrlTest {

    @Test
    void credentials_are_taken_out_of_the_address() {
        CameraUrl url = CameraUrl.parse("RTSP://admin:p%40ss+1@camera.local:8554/live/1?channel=2#top");

        assertThat(url.text()).isEqualTo("rtsp://camera.local:8554/live/1?channel=2");
        assertThat(url.username()).isEqualTo("admin");
        assertThat(url.password()).isEqualTo("p@ss+1");
        assertThat(url.toString()).doesNotContain("p@ss");
    }

    @Test
    void an_address_without_credentials_stays_as_it_is() {
        assertThat(CameraUrl.parse(" https://[::1]/mjpeg "))
                .isEqualTo(new CameraUrl("https://[::1]/mjpeg", null, null));
    }

    static Stream<String> wrong() {
        return Stream.of(
                "",
                "   ",
                "camera.local",
                "/dev/video0",
                "file:///etc/passwd",
                "FILE:///etc/passwd",
                "concat:rtsp://a/1|file:///etc/passwd",
                "data:video/mp4;base64,AAAA",
                "pipe:0",
                "tcp://camera.local:80",
                "rtmp://camera.local/live",
                "subfile,,start,0,end,9,,:/etc/passwd",
                "rtsp:camera.local",
                "rtsp://",
                "rtsp:///live",
                "rtsp://camera.local:0/live",
                "rtsp://camera.local:65536/live",
                "rtsp://camera.local:abc/live",
                "rtsp://camera local/live",
                "rtsp://camera.local/li\nve",
                "rtsp://camera.local/live\u0000",
                "rtsp://camera.local/live -f lavfi",
                "rtsp://camera.local/|ls",
                "rtsp://camera.local/%zz",
                "rtsp://camera.local/" + "a".repeat(2000));
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void what_is_no_camera_address_is_refused_and_the_field_named(String text) {
        ProblemException refused = catchThrowableOfType(ProblemException.class, () -> CameraUrl.parse(text));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.problem().field()).isEqualTo("url");
        assertThat(refused.problem().detail()).startsWith("the ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rtsp://camera.local/live",
                "rtsps://u:p@10.0.0.7:322/a%20b?x=1&y=2",
                "http://camera.local:81/cgi-bin/mjpg?fps=25#x",
                "HTTPS://CAMERA.local"
            })
    void the_engine_reads_the_same_address(String text) {
        CameraAddress engines = CameraAddress.parse(text, null, null, null);

        assertThat(CameraUrl.parse(text).text()).isEqualTo(engines.uri().toString());
    }

    @Test
    void nothing_missing_is_an_address_either() {
        assertThat(catchThrowableOfType(ProblemException.class, () -> CameraUrl.parse(null)))
                .isNotNull();
    }

    @Test
    void a_query_may_hold_a_password_and_is_not_shown() {
        assertThat(CameraUrl.parse("http://camera/video?pwd=hidden")).hasToString("http://camera/video?…");
    }
}
