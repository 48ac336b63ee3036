package club.courtside.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import club.courtside.platform.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NewPasswordTest {

    private static final String EMAIL = "ines.benali@club.example";

    @Test
    void a_sentence_is_a_good_password() {
        String hash = new NewPassword("password", "vibora & bandeja", EMAIL).hash();

        assertThat(Passwords.matches("vibora & bandeja", hash)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "vibora, password_short",
        "'         x ', password_short",
        "ines.benali@club.example, password_email",
        "INES.BENALI, password_email",
        "1234567890, password_common",
        "MotDePasse123, password_common",
        "aaaaaaaaaaab, password_common"
    })
    void what_is_guessed_first_is_refused(String text, String reason) {
        ProblemException refused = refused(text);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.problem().field()).isEqualTo("password");
        assertThat(refused.problem().reason()).isEqualTo(reason);
    }

    @Test
    void a_password_as_long_as_a_book_is_refused_as_is_none() {
        assertThat(refused("xyz".repeat(1000)).problem().reason()).isEqualTo("password_long");
        assertThat(refused(null).problem().reason()).isEqualTo("password_short");
    }

    private static ProblemException refused(String text) {
        return catchThrowableOfType(ProblemException.class, () -> new NewPassword("password", text, EMAIL));
    }
}
