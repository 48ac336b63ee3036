package club.courtside.session.preview;

import static org.assertj.core.api.Assertions.assertThat;

import club.courtside.account.Caller;
import club.courtside.account.Device;
import club.courtside.account.SignIns;
import club.courtside.account.User;
import club.courtside.account.Users;
import club.courtside.court.Cameras;
import club.courtside.court.Clubs;
import club.courtside.court.CourtAccess;
import club.courtside.court.Courts;
import club.courtside.court.RelayedCameras;
import club.courtside.session.TestClub;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is being watched ends with the right to watch it. */
class LiveViewsTest {

    private static final Duration A_DAY = Duration.ofDays(1);

    private final TestClub club;
    private final SignIns signIns;
    private final Previews previews;
    private final LiveViews views;
    private final List<LiveView> ended = new ArrayList<>();

    LiveViewsTest(@TempDir Path folder) {
        club = new TestClub(folder);
        signIns = new SignIns(club.database.entities(), club.clock, club.audit);
        Clubs clubs = new Clubs(club.database.entities());
        Courts courts = new Courts(club.database.entities());
        Cameras cameras = new Cameras(club.database.entities());
        var relayed = new RelayedCameras(clubs, courts, cameras, club.cameraEngine, Optional.empty());
        previews = new Previews(
                new CourtAccess(clubs, courts, cameras), club.opener, club.sessions, cameras, relayed, club.settings);
        views = new LiveViews(previews, signIns);
    }

    @AfterEach
    void close() {
        club.close();
    }

    @Test
    void who_still_may_goes_on_watching() {
        String browser = signIn(club.admin);
        watch(in(browser));
        watch(club.admin);

        check();

        assertThat(ended).isEmpty();
        assertThat(views.count()).isEqualTo(2);
    }

    @Test
    void signing_out_ends_what_that_browser_watches_and_nothing_else() {
        String here = signIn(club.admin);
        String there = signIn(club.admin);
        LiveView wall = watch(in(here));
        watch(in(there));
        watch(club.admin);

        club.database.inTransaction(() -> signIns.close(here));
        check();

        assertThat(ended).containsExactly(wall);
    }

    @Test
    void whoever_was_disabled_watches_nothing_any_more() {
        String browser = signIn(club.admin);
        LiveView byBrowser = watch(in(browser));
        LiveView byToken = watch(club.admin);

        change(User::disable);
        check();

        assertThat(ended).containsExactlyInAnyOrder(byBrowser, byToken);
    }

    @Test
    void whoever_left_the_club_does_not_watch_its_courts() {
        LiveView wall = watch(club.admin);

        change(user -> user.leaves(club.club.id()));
        check();

        assertThat(ended).containsExactly(wall);
    }

    @Test
    void watching_keeps_a_browser_signed_in() {
        String browser = signIn(club.admin);
        watch(in(browser));

        for (int evening = 0; evening < 5; evening++) {
            club.clock.passes(Duration.ofHours(20));
            check();
        }

        assertThat(ended).isEmpty();
    }

    @Test
    void a_view_that_nobody_takes_any_more_is_no_view() {
        watch(club.admin);
        LiveView abandoned = watch(club.admin, () -> true);

        check();

        assertThat(ended).containsExactly(abandoned);
    }

    private String signIn(Caller who) {
        return club.in(() -> signIns.openBrowser(who.id(), A_DAY, new Device(null, null)));
    }

    private Caller in(String browser) {
        return club.in(() -> signIns.ofBrowser(browser).orElseThrow());
    }

    private LiveView watch(Caller who) {
        return watch(who, () -> false);
    }

    private LiveView watch(Caller who, BooleanSupplier stalled) {
        var address = new PreviewAddress(true, "central", null, "stream.mjpeg");
        LiveView[] view = new LiveView[1];
        view[0] = new LiveView(who, address, previews.grant(who, address), () -> ended.add(view[0]), stalled);
        views.opened(view[0]);
        return view[0];
    }

    private void change(Consumer<User> change) {
        UUID id = club.admin.id();
        club.database.inTransaction(
                () -> change.accept(new Users(club.database.entities()).byId(id).orElseThrow()));
    }

    private void check() {
        club.database.inTransaction(views::check);
    }
}
