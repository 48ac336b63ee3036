package club.courtside.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PasswordsTest {

    @Test
    void only_the_right_password_matches() {
        String hash = Passwords.hash("vibora & bandeja");

        assertThat(Passwords.matches("vibora & bandeja", hash)).isTrue();
        assertThat(Passwords.matches("vibora & Bandeja", hash)).isFalse();
        assertThat(Passwords.matches(null, hash)).isFalse();
    }

    @Test
    void the_same_password_never_looks_the_same() {
        assertThat(Passwords.hash("padel")).isNotEqualTo(Passwords.hash("padel"));
    }

    @Test
    void nothing_matches_a_damaged_hash() {
        assertThat(Passwords.matches("padel", null)).isFalse();
        assertThat(Passwords.matches("padel", "padel")).isFalse();
    }

    @Test
    void a_password_as_long_as_a_book_is_not_even_tried() {
        assertThat(Passwords.matches("x".repeat(1_000_000), Passwords.hash("padel")))
                .isFalse();
    }
}
