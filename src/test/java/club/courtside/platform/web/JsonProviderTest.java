package club.courtside.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import club.courtside.platform.ProblemException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class JsonProviderTest {

    @Test
    void a_request_without_end_is_refused_instead_of_kept() {
        InputStream endless = new InputStream() {
            @Override
            public int read() {
                return ' ';
            }
        };

        assertThat(refused(endless).status()).isEqualTo(413);
    }

    @Test
    void what_is_no_json_is_refused() {
        assertThat(refused(text("{")).status()).isEqualTo(400);
    }

    @Test
    void json_is_read() throws IOException {
        assertThat(JsonProvider.tree(text("{\"minutes\": 5}")).path("minutes").asInt())
                .isEqualTo(5);
    }

    private static ProblemException refused(InputStream in) {
        return catchThrowableOfType(ProblemException.class, () -> JsonProvider.tree(in));
    }

    private static InputStream text(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
