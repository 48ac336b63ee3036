package club.courtside.account;

import static club.courtside.account.Tokens.Purpose.ACCESS;
import static club.courtside.account.Tokens.Purpose.PREVIEW;
import static org.assertj.core.api.Assertions.assertThat;

import club.courtside.support.SettableClock;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokensTest {

    private final SettableClock clock = new SettableClock();
    private final Tokens tokens = new Tokens(new byte[32], clock);
    private final UUID user = UUID.randomUUID();

    @Test
    void a_token_says_whose_it_is() {
        assertThat(tokens.verify(tokens.issue(user, ACCESS), ACCESS)).contains(user);
    }

    @Test
    void a_token_ends_after_fifteen_minutes() {
        String token = tokens.issue(user, ACCESS);

        clock.passes(Duration.ofMinutes(15).minusSeconds(1));
        assertThat(tokens.verify(token, ACCESS)).contains(user);
        clock.passes(Duration.ofSeconds(1));
        assertThat(tokens.verify(token, ACCESS)).isEmpty();
    }

    @Test
    void a_token_for_pictures_opens_nothing_else() {
        assertThat(tokens.verify(tokens.issue(user, PREVIEW), ACCESS)).isEmpty();
    }

    @Test
    void another_installations_token_is_refused() {
        byte[] otherKey = new byte[32];
        otherKey[0] = 1;

        assertThat(tokens.verify(new Tokens(otherKey, clock).issue(user, ACCESS), ACCESS))
                .isEmpty();
    }

    @Test
    void a_token_with_another_user_written_in_is_refused() {
        String[] mine = tokens.issue(user, ACCESS).split("\\.");
        String[] theirs = tokens.issue(UUID.randomUUID(), ACCESS).split("\\.");

        assertThat(tokens.verify(mine[0] + "." + theirs[1] + "." + mine[2], ACCESS))
                .isEmpty();
    }

    @Test
    void an_unsigned_token_is_refused() {
        String header = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString("{\"alg\":\"none\"}".getBytes(StandardCharsets.UTF_8));
        String payload = tokens.issue(user, ACCESS).split("\\.")[1];

        assertThat(tokens.verify(header + "." + payload + ".", ACCESS)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "..", "x.y.z", "Bearer", "🎾"})
    void what_is_no_token_is_refused(String text) {
        assertThat(tokens.verify(text, ACCESS)).isEmpty();
    }
}
