package club.courtside.account;

import static org.assertj.core.api.Assertions.assertThat;

import club.courtside.account.audit.Audit;
import club.courtside.support.FiredEvents;
import club.courtside.support.SettableClock;
import club.courtside.support.TestDatabase;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SignInsTest {

    private static final Device PHONE = new Device("192.0.2.7", "Phone");

    private final TestDatabase database = new TestDatabase();
    private final SettableClock clock = new SettableClock();
    private final Users users = new Users(database.entities());
    private final SignIns signIns =
            new SignIns(database.entities(), clock, new Audit(database.entities(), clock, new FiredEvents<>()));
    private final User ines = new User("ines@club.example", "Inès", Role.PLAYER, "hash");

    @BeforeEach
    void a_user() {
        database.inTransaction(() -> users.add(ines));
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void a_refresh_token_is_good_once() {
        String token = refreshToken();

        assertThat(redeemed(token)).isEqualTo(ines.id());
        assertThat(redeemed(token)).isNull();
    }

    @Test
    void a_refresh_token_ends_after_thirty_days() {
        String token = refreshToken();

        clock.passes(Duration.ofDays(30));

        assertThat(redeemed(token)).isNull();
    }

    @Test
    void a_refresh_token_is_no_cookie_and_a_cookie_no_refresh_token() {
        String refresh = refreshToken();
        String cookie = browserSignIn();

        assertThat(browserUser(refresh)).isNull();
        assertThat(redeemed(cookie)).isNull();
    }

    @Test
    void a_browser_that_comes_back_stays_signed_in() {
        String cookie = browserSignIn();

        for (int evening = 0; evening < 5; evening++) {
            clock.passes(Duration.ofHours(20));
            assertThat(browserUser(cookie)).isEqualTo(ines.id());
        }
    }

    @Test
    void a_browser_that_stays_away_is_signed_out() {
        String cookie = browserSignIn();

        clock.passes(Duration.ofHours(24));

        assertThat(browserUser(cookie)).isNull();
    }

    @Test
    void a_disabled_user_is_out_at_once() {
        String cookie = browserSignIn();
        String refresh = refreshToken();

        database.inTransaction(() -> users.byId(ines.id()).orElseThrow().disable());

        assertThat(browserUser(cookie)).isNull();
        assertThat(redeemed(refresh)).isNull();
    }

    @Test
    void signing_out_ends_that_browser_only() {
        String here = browserSignIn();
        String there = browserSignIn();

        database.inTransaction(() -> signIns.close(here));

        assertThat(browserUser(here)).isNull();
        assertThat(browserUser(there)).isEqualTo(ines.id());
    }

    @Test
    void a_new_refresh_token_goes_on_with_the_same_sign_in() {
        SignIns.Opened first = database.inTransaction(() -> signIns.openApi(ines.id(), PHONE));
        SignIns.Opened second =
                database.inTransaction(() -> signIns.redeem(first.token()).orElseThrow());

        assertThat(second.caller().signIn()).isEqualTo(first.caller().signIn());
        assertThat(redeemed(second.token())).isEqualTo(ines.id());
    }

    @Test
    void a_changed_password_ends_every_sign_in_but_this_one() {
        SignIns.Opened here = database.inTransaction(() -> signIns.openApi(ines.id(), PHONE));
        String there = browserSignIn();

        database.inTransaction(() -> signIns.closeAllOf(ines.id(), here.caller().signIn()));

        assertThat(database.inTransaction(() -> signIns.by(here.caller().signIn())))
                .isPresent();
        assertThat(browserUser(there)).isNull();
    }

    @Test
    void the_database_does_not_know_the_token() {
        String token = browserSignIn();

        Object stored = database.entities()
                .createNativeQuery("select token_hash from sign_ins")
                .getSingleResult();

        assertThat(stored.toString()).hasSize(64).doesNotContain(token);
    }

    private String refreshToken() {
        return database.inTransaction(() -> signIns.openApi(ines.id(), PHONE).token());
    }

    private String browserSignIn() {
        return database.inTransaction(() -> signIns.openBrowser(ines.id(), SignIns.BROWSER, PHONE));
    }

    private UUID browserUser(String token) {
        return database.inTransaction(
                () -> signIns.ofBrowser(token).map(Caller::id).orElse(null));
    }

    private UUID redeemed(String token) {
        return database.inTransaction(
                () -> signIns.redeem(token).map(opened -> opened.caller().id()).orElse(null));
    }
}
