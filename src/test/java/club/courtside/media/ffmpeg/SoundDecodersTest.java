package club.courtside.media.ffmpeg;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SoundDecodersTest {

    @Test
    void sound_may_be_looked_at_and_pictures_may_not() {
        assertThat(SoundDecoders.NAMES.split(","))
                .contains("aac", "pcm_alaw", "pcm_mulaw", "g726", "opus")
                .doesNotContain("h264", "hevc", "mjpeg");
    }
}
