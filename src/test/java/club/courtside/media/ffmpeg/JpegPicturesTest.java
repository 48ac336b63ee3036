package club.courtside.media.ffmpeg;

import static org.assertj.core.api.Assertions.assertThat;

import club.courtside.media.Pictures;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class JpegPicturesTest {

    @Test
    void who_asks_for_every_size_fills_no_memory() throws IOException {
        try (var pictures = new JpegPictures(Pictures.h264Track())) {
            pictures.decode(Pictures.h264().get(0));
            for (int width = 16; width <= 160; width += 2)
                assertThat(JpegPicture.size(pictures.jpeg(width, 80))[0]).isEqualTo(width);
            assertThat(pictures.encoders()).isEqualTo(JpegPictures.MOST_ENCODERS);
        }
    }
}
