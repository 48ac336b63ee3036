package club.courtside.media;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CameraAddressTest {

    @Test
    void what_is_said_of_a_camera_never_contains_its_password_wherever_it_stands() {
        var camera =
                CameraAddress.parse("http://ann:secret@camera.example/video?user=ann&pwd=hidden", null, null, null);

        assertThat(camera).hasToString("http://camera.example/video?… as ann");
        assertThat(camera.uri().getRawQuery()).isEqualTo("user=ann&pwd=hidden");
    }
}
