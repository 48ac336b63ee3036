package club.courtside.library;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ByteRangeTest {

    @ParameterizedTest(name = "{0} of 1000 bytes")
    @CsvSource(
            nullValues = "none",
            value = {
                "none, 200, 0, 1000, none",
                "bytes=0-99, 206, 0, 100, bytes 0-99/1000",
                "bytes=900-, 206, 900, 100, bytes 900-999/1000",
                "bytes=990-2000, 206, 990, 10, bytes 990-999/1000",
                "bytes=-100, 206, 900, 100, bytes 900-999/1000",
                "bytes=-5000, 206, 0, 1000, bytes 0-999/1000",
                "bytes=1000-, 416, 0, 0, bytes */1000",
                "bytes=-0, 416, 0, 0, bytes */1000",
                "bytes=5-2, 200, 0, 1000, none",
                "'bytes=0-1,5-6', 200, 0, 1000, none",
                "bytes=-, 200, 0, 1000, none",
                "chars=0-5, 200, 0, 1000, none",
                "bytes=99999999999999999999-, 200, 0, 1000, none"
            })
    void the_part_that_is_asked_for(String header, int status, long first, long length, String contentRange) {
        ByteRange range = ByteRange.of(header, 1000);

        assertThat(range).isEqualTo(new ByteRange(status, first, length, 1000));
        assertThat(range.contentRange().orElse(null)).isEqualTo(contentRange);
    }

    @ParameterizedTest
    @CsvSource({"bytes=0-, 416", "bytes=-5, 416", "nothing, 200"})
    void an_empty_file_has_no_part(String header, int status) {
        assertThat(ByteRange.of(header, 0).status()).isEqualTo(status);
    }
}
