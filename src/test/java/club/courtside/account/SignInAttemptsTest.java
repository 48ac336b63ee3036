package club.courtside.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import club.courtside.platform.ProblemException;
import club.courtside.support.SettableClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class SignInAttemptsTest {

    private static final String HOME = "192.0.2.1";

    private final SettableClock clock = new SettableClock();
    private final SignInAttempts attempts = new SignInAttempts(clock);

    @Test
    void after_ten_failures_one_has_to_wait() {
        fail("ines@club.example", 10);

        ProblemException refused =
                catchThrowableOfType(ProblemException.class, () -> attempts.check("ines@club.example", HOME));

        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.retryAfter()).contains(Duration.ofMinutes(10));
    }

    @Test
    void nine_failures_are_forgiven() {
        fail("ines@club.example", 9);

        assertThatCode(() -> attempts.check("ines@club.example", HOME)).doesNotThrowAnyException();
    }

    @Test
    void after_ten_minutes_it_is_open_again() {
        fail("ines@club.example", 10);

        clock.passes(Duration.ofMinutes(10));

        assertThatCode(() -> attempts.check("ines@club.example", HOME)).doesNotThrowAnyException();
    }

    @Test
    void another_account_and_another_address_are_not_closed() {
        fail("ines@club.example", 10);

        assertThatCode(() -> attempts.check("julien@club.example", HOME)).doesNotThrowAnyException();
        assertThatCode(() -> attempts.check("ines@club.example", "192.0.2.2")).doesNotThrowAnyException();
    }

    @Test
    void writing_the_address_otherwise_does_not_help() {
        fail("Ines@Club.example ", 10);

        assertThat(catchThrowableOfType(ProblemException.class, () -> attempts.check("ines@club.example", HOME)))
                .isNotNull();
    }

    @Test
    void a_success_forgets_the_failures() {
        fail("ines@club.example", 9);
        attempts.succeeded("ines@club.example", HOME);
        fail("ines@club.example", 9);

        assertThatCode(() -> attempts.check("ines@club.example", HOME)).doesNotThrowAnyException();
    }

    @Test
    void one_password_for_every_account_closes_the_address_for_everybody() {
        failForEverybody(50);

        ProblemException refused =
                catchThrowableOfType(ProblemException.class, () -> attempts.check("ines@club.example", HOME));

        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.retryAfter()).contains(Duration.ofMinutes(10));
        assertThatCode(() -> attempts.check("ines@club.example", "192.0.2.2")).doesNotThrowAnyException();

        clock.passes(Duration.ofMinutes(10));

        assertThatCode(() -> attempts.check("ines@club.example", HOME)).doesNotThrowAnyException();
    }

    @Test
    void people_of_one_address_may_be_wrong_now_and_then() {
        failForEverybody(49);

        assertThatCode(() -> attempts.check("ines@club.example", HOME)).doesNotThrowAnyException();
    }

    @Test
    void an_account_of_ones_own_does_not_open_the_address_for_more_guesses() {
        failForEverybody(49);
        attempts.succeeded("guest0@club.example", HOME);
        fail("julien@club.example", 1);

        assertThat(catchThrowableOfType(ProblemException.class, () -> attempts.check("ines@club.example", HOME)))
                .isNotNull();
    }

    @Test
    void only_the_failure_that_closes_something_says_so() {
        assertThat(failForEverybody(49)).isFalse();
        assertThat(failForEverybody(1)).isTrue();
        assertThat(failForEverybody(1)).isFalse();
    }

    @Test
    void in_a_flood_of_addresses_the_last_ones_are_kept() {
        failForEverybody(50);
        for (int i = 0; i < 9_999; i++) attempts.failed("ines@club.example", "2001:db8::" + i);

        assertThat(catchThrowableOfType(ProblemException.class, () -> attempts.check("ines@club.example", HOME)))
                .isNotNull();

        attempts.failed("ines@club.example", "192.0.2.2");

        assertThatCode(() -> attempts.check("ines@club.example", HOME)).doesNotThrowAnyException();
    }

    /** @return whether the last failure has closed something */
    private boolean failForEverybody(int times) {
        boolean closed = false;
        for (int i = 0; i < times; i++) closed = attempts.failed("guest" + i + "@club.example", HOME);
        return closed;
    }

    private void fail(String email, int times) {
        for (int i = 0; i < times; i++) attempts.failed(email, HOME);
    }
}
