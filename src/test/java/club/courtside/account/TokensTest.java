package club.courtside.account;

import static org.assertj.core.api.Assertions.assertThat;

import club.courtside.account.Tokens.Bearer;
import club.courtside.support.SettableClock;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokensTest {

    private final SettableClock clock = new SettableClock();
    private final Tokens tokens = new Tokens(new byte[32], clock);
    private final UUID user = UUID.randomUUID();
    private final UUID signIn = UUID.randomUUID();
    private final UUID session = UUID.randomUUID();

    @Test
    void a_token_says_whose_it_is() {
        assertThat(tokens.verify(tokens.issue(user, signIn))).contains(new Bearer(user, signIn));
    }

    @Test
    void a_token_ends_after_fifteen_minutes() {
        String token = tokens.issue(user, signIn);

        clock.passes(Duration.ofMinutes(15).minusSeconds(1));
        assertThat(tokens.verify(token)).isPresent();
        clock.passes(Duration.ofSeconds(1));
        assertThat(tokens.verify(token)).isEmpty();
    }

    @Test
    void a_token_for_pictures_opens_nothing_else() {
        assertThat(tokens.verify(tokens.issuePreview(user, session))).isEmpty();
    }

    @Test
    void a_token_for_one_preview_opens_that_one_only() {
        String token = tokens.issuePreview(user, session);

        assertThat(at("/api/preview/" + session + "/stream.mjpeg", token)).contains(user);
        assertThat(at("/ws/preview/" + session, token)).contains(user);
        assertThat(at("/api/preview/" + UUID.randomUUID() + "/stream.mjpeg", token))
                .isEmpty();
        assertThat(at("/ws/preview/" + UUID.randomUUID(), token)).isEmpty();
        assertThat(at("/ws/preview/court/" + session, token)).isEmpty();
        assertThat(at("/ws/updates", token)).isEmpty();
    }

    @Test
    void a_token_for_all_of_the_api_stands_in_the_address_of_a_websocket_only() {
        String token = tokens.issue(user, signIn);

        assertThat(at("/ws/updates", token)).contains(user);
        assertThat(at("/ws/preview/" + session, token)).contains(user);
        assertThat(at("/api/preview/" + session + "/info", token)).isEmpty();
        assertThat(TokenInAddress.isAllowed("/api/courts")).isFalse();
    }

    private Optional<UUID> at(String path, String token) {
        return TokenInAddress.verify(token, path, tokens).map(Bearer::user);
    }

    @Test
    void another_installations_token_is_refused() {
        byte[] otherKey = new byte[32];
        otherKey[0] = 1;

        assertThat(tokens.verify(new Tokens(otherKey, clock).issue(user, signIn)))
                .isEmpty();
    }

    @Test
    void a_token_with_another_user_written_in_is_refused() {
        String[] mine = tokens.issue(user, signIn).split("\\.");
        String[] theirs = tokens.issue(UUID.randomUUID(), signIn).split("\\.");

        assertThat(tokens.verify(mine[0] + "." + theirs[1] + "." + mine[2])).isEmpty();
    }

    @Test
    void an_unsigned_token_is_refused() {
        String header = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString("{\"alg\":\"none\"}".getBytes(StandardCharsets.UTF_8));
        String payload = tokens.issue(user, signIn).split("\\.")[1];

        assertThat(tokens.verify(header + "." + payload + ".")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "..", "x.y.z", "Bearer", "🎾"})
    void what_is_no_token_is_refused(String text) {
        assertThat(tokens.verify(text)).isEmpty();
    }
}
