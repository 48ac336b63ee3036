package club.courtside.library;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DownloadNameTest {

    @Test
    void every_letter_of_the_title_and_nothing_that_hurts_a_file_system() {
        assertThat(new DownloadName("Léa / Tom: \"6-4\" <finale>?").file()).isEqualTo("Léa Tom 6-4 finale.mp4");
        assertThat(new DownloadName("..\\..\\a\r\nb").file()).isEqualTo("a b.mp4");
        assertThat(new DownloadName("///").file()).isEqualTo("video.mp4");
        assertThat(new DownloadName("x".repeat(200)).file()).hasSize(124);
    }

    @Test
    void old_clients_get_a_plain_name() {
        assertThat(new DownloadName("Été 1").disposition("attachment"))
                .isEqualTo("attachment; filename=\"Ete 1.mp4\"; filename*=UTF-8''%C3%89t%C3%A9%201.mp4");
    }
}
