package club.courtside.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import club.courtside.account.Caller;
import club.courtside.account.SignInAttempts;
import club.courtside.engine.api.RecordingState;
import club.courtside.platform.LiveUpdate;
import club.courtside.platform.Problem;
import club.courtside.platform.ProblemException;
import club.courtside.session.Recording;
import club.courtside.session.TestClub;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SharesTest {

    private static final String SOMEWHERE = "192.0.2.7";

    @TempDir
    Path folder;

    private TestLibrary shelf;
    private TestClub club;
    private UUID video;
    private ShareDoor door;

    @BeforeEach
    void open_the_library() {
        shelf = new TestLibrary(folder);
        club = shelf.club;
        video = shelf.record();
        door = new ShareDoor(shelf.shared, new OpenedShares(), new SignInAttempts(club.clock));
    }

    @AfterEach
    void close_the_library() {
        shelf.close();
    }

    @Test
    void what_was_shared_with_a_player_stands_in_their_library_until_it_is_taken_back() {
        ShareView share = shareWith(club.otherPlayer);

        assertThat(shelf.library.search(club.otherPlayer, VideoQuery.EVERYTHING, 0, 20))
                .singleElement()
                .returns(video, VideoCard::id)
                .returns(true, VideoCard::shared);
        assertThat(shelf.library.count(club.otherPlayer, VideoQuery.EVERYTHING)).isEqualTo(1);
        assertThat(shelf.library.stored(club.otherPlayer, video).title()).isNotBlank();
        assertThat(told()).contains("video_shared");

        shelf.in(() -> shelf.sharing.revoke(club.player, video, share.id()));

        assertThat(shelf.library.count(club.otherPlayer, VideoQuery.EVERYTHING)).isZero();
        assertThat(statusOf(() -> shelf.library.stored(club.otherPlayer, video)))
                .isEqualTo(404);
        assertThat(told()).endsWith("video_unshared");
    }

    @Test
    void a_match_is_shared_in_all_of_its_angles() {
        club.close(club.player, shelf.session);
        club.anotherAngle("Above");
        UUID both = club.open(club.player);
        List<UUID> angles = club.startAll(club.player, both, 60).recordings().stream()
                .peek(angle -> club.report(angle, RecordingState.RECORDING, 0))
                .map(Recording::id)
                .toList();
        ShareView share = in(() -> shelf.sharing.shareWith(club.player, angles.get(0), club.otherPlayer.id()))
                .value();

        assertThat(shelf.library.search(club.otherPlayer, VideoQuery.EVERYTHING, 0, 20))
                .extracting(VideoCard::id)
                .containsExactlyInAnyOrderElementsOf(angles);
        assertThat(shelf.library.details(club.otherPlayer, angles.get(1)).angles())
                .hasSize(2);
        assertThat(in(() -> shelf.sharing.shareWith(club.player, angles.get(1), club.otherPlayer.id()))
                        .value()
                        .id())
                .isEqualTo(share.id());
        assertThat(statusOf(() -> shelf.library.details(club.otherPlayer, video)))
                .isEqualTo(404);

        shelf.in(() -> shelf.sharing.revoke(club.player, angles.get(1), share.id()));

        for (UUID angle : angles)
            assertThat(statusOf(() -> shelf.library.details(club.otherPlayer, angle)))
                    .isEqualTo(404);
    }

    @Test
    void a_link_shows_a_match_from_every_side() {
        club.close(club.player, shelf.session);
        club.anotherAngle("Above");
        UUID both = club.open(club.player);
        List<UUID> angles = club.startAll(club.player, both, 60).recordings().stream()
                .peek(angle -> club.report(angle, RecordingState.RECORDING, 0))
                .map(Recording::id)
                .toList();
        ShareView link = in(() -> shelf.sharing.shareByLink(club.player, angles.get(0), null, null, null));

        assertThat(shelf.shared.video(token(link), 0).angles())
                .extracting(VideoAngle::videoId)
                .containsExactlyElementsOf(angles);
        assertThat(shelf.shared.video(token(link), 2))
                .returns(angles.get(1), seen -> seen.card().id())
                .returns("/s/" + token(link) + "/2/video.mp4", seen -> seen.card()
                        .watchUrl());
        assertThat(door.file(token(link), 2).title()).endsWith("Above");
        assertThat(statusOf(() -> shelf.shared.video(token(link), 3))).isEqualTo(404);
        assertThat(in(() -> shelf.sharing.list(club.player, angles.get(1))))
                .extracting(ShareView::id)
                .containsExactly(link.id());
    }

    @Test
    void whom_a_video_was_shared_with_learns_of_its_title_and_its_moments() {
        shareWith(club.otherPlayer);

        in(() -> shelf.library.rename(club.player, video, "Semi-final"));
        in(() -> shelf.marking.mark(club.player, video, 1, null));

        assertThat(club.updates.fired().stream()
                        .filter(update -> update.others().contains(club.otherPlayer.id()))
                        .map(LiveUpdate::event))
                .containsExactly("video_changed", "markers_changed");
    }

    @Test
    void who_was_shared_with_watches_and_changes_nothing() {
        MarkerView marker = in(() -> shelf.marking.mark(club.player, video, 1, null));
        shareWith(club.otherPlayer);

        assertThat(shelf.library.details(club.otherPlayer, video).mayChange()).isFalse();
        assertThat(shelf.marking.list(club.otherPlayer, video)).hasSize(1);
        for (ThrowingCallable change : List.<ThrowingCallable>of(
                () -> shelf.library.rename(club.otherPlayer, video, "Mine"),
                () -> shelf.library.keep(club.otherPlayer, video, true),
                () -> shelf.marking.mark(club.otherPlayer, video, 2, null),
                () -> shelf.marking.remove(club.otherPlayer, video, marker.id()),
                () -> shelf.sharing.list(club.otherPlayer, video),
                () -> shelf.sharing.shareByLink(club.otherPlayer, video, null, null, null),
                () -> shelf.ledger.delete(club.otherPlayer, video)))
            assertThat(statusOf(change)).isEqualTo(403);
    }

    @Test
    void twice_with_the_same_player_is_once() {
        ShareView first = shareWith(club.otherPlayer);

        assertThat(in(() -> shelf.sharing.shareWith(club.player, video, club.otherPlayer.email())))
                .returns(false, again -> again.created())
                .returns(first.id(), again -> again.value().id());
    }

    @Test
    void it_is_shared_with_members_of_the_club_only() {
        assertThat(fieldOf(() -> shelf.sharing.shareWith(club.player, video, club.stranger.id())))
                .isEqualTo("player_id");
        assertThat(fieldOf(() -> shelf.sharing.shareWith(club.player, video, "nobody@lac.example")))
                .isEqualTo("email");
        assertThat(fieldOf(() -> shelf.sharing.shareWith(club.admin, video, club.player.email())))
                .isEqualTo("email");
        assertThat(statusOf(() -> shelf.sharing.shareWith(club.otherPlayer, video, club.otherPlayer.id())))
                .isEqualTo(404);
        assertThat(shelf.sharing.choices(club.player, video, "BEN"))
                .extracting(PlayerChoice::id)
                .containsExactly(club.otherPlayer.id());
        assertThat(shelf.sharing.choices(club.player, video, "ana")).isEmpty();
    }

    @Test
    void a_link_opens_its_video_until_its_end() {
        ShareView link = link(null, null);
        String token = token(link);

        SharedVideo seen = shelf.shared.video(token, 0);
        assertThat(seen.card().watchUrl()).isEqualTo("/s/" + token + "/video.mp4");
        assertThat(seen.expiresAt()).isEqualTo(club.clock.instant().plus(Duration.ofDays(7)));
        assertThat(door.isClosed(token)).isFalse();
        assertThat(door.file(token, 0).title()).isEqualTo(seen.card().title());
        assertThat(statusOf(() -> door.download(token, 0))).isEqualTo(403);

        club.clock.passes(Duration.ofDays(7));
        assertThat(statusOf(() -> door.file(token, 0))).isEqualTo(404);
        assertThat(shelf.sharing.list(club.player, video)).isEmpty();
    }

    @Test
    void a_link_that_was_taken_back_opens_nothing_any_more() {
        ShareView link = link(null, null);
        assertThat(door.file(token(link), 0)).isNotNull();

        shelf.in(() -> shelf.sharing.revoke(club.admin, video, link.id()));

        assertThat(statusOf(() -> door.file(token(link), 0))).isEqualTo(404);
        assertThat(statusOf(() -> shelf.shared.video(token(link), 0))).isEqualTo(404);
    }

    @Test
    void a_deleted_video_is_behind_no_link() {
        ShareView link = link(null, null);

        shelf.in(() -> shelf.deletion.delete(club.admin, video));

        assertThat(statusOf(() -> door.file(token(link), 0))).isEqualTo(404);
    }

    @Test
    void a_password_is_asked_for_and_guessing_it_is_slowed_down() {
        String token = token(link(null, "bandeja"));
        assertThat(door.isClosed(token)).isTrue();
        assertThat(statusOf(() -> door.file(token, 0))).isEqualTo(403);

        assertThat(statusOf(() -> door.open(token, "wrong", SOMEWHERE))).isEqualTo(403);
        door.open(token, "bandeja", SOMEWHERE);
        assertThat(door.file(token, 0)).isNotNull();

        String other = token(link(null, "chiquita"));
        for (int i = 0; i < 10; i++)
            assertThat(statusOf(() -> door.open(other, "guess", SOMEWHERE))).isEqualTo(403);
        assertThat(statusOf(() -> door.open(other, "chiquita", SOMEWHERE))).isEqualTo(429);
    }

    @Test
    void nobody_makes_a_link_by_themselves() {
        ShareView withPlayer = shareWith(club.otherPlayer);
        String good = token(link(null, null));
        String changed = (good.charAt(0) == 'A' ? 'B' : 'A') + good.substring(1);

        for (String token : new String[] {
            "",
            "..",
            "x".repeat(5000),
            changed,
            new ShareLinks(new byte[] {1, 2, 3}).tokenOf(UUID.randomUUID()),
            shelf.links.tokenOf(UUID.randomUUID()),
            shelf.links.tokenOf(withPlayer.id())
        }) assertThat(statusOf(() -> shelf.shared.video(token, 0))).as(token).isEqualTo(404);
    }

    @Test
    void the_terms_of_a_link_are_checked() {
        Instant now = club.clock.instant();
        assertThat(fieldOf(() -> link(now, null))).isEqualTo("expires_at");
        assertThat(fieldOf(() -> link(now.plus(Duration.ofDays(400)), null))).isEqualTo("expires_at");
        for (String password : new String[] {"abc", "x".repeat(201)})
            assertThat(fieldOf(() -> link(null, password))).isEqualTo("password");
    }

    @Test
    void a_link_too_many_is_refused_until_one_has_ended() {
        link(club.clock.instant().plus(Duration.ofHours(1)), null);
        for (int i = 1; i < ShareLedger.MOST_LINKS; i++) link(null, null);

        assertThat(catchThrowableOfType(ProblemException.class, () -> link(null, null))
                        .problem())
                .returns(409, Problem::status)
                .returns("too_many_links", Problem::reason);

        club.clock.passes(Duration.ofHours(1));
        link(null, null);
    }

    private ShareView shareWith(Caller player) {
        return in(() -> shelf.sharing.shareWith(club.player, video, player.id()))
                .value();
    }

    private ShareView link(Instant expiresAt, String password) {
        return in(() -> shelf.sharing.shareByLink(club.player, video, expiresAt, password, null));
    }

    private static String token(ShareView link) {
        return link.url().substring("/s/".length());
    }

    private List<String> told() {
        return club.updates.fired().stream().map(LiveUpdate::event).toList();
    }

    private <T> T in(Supplier<T> work) {
        return club.in(work);
    }

    private static int statusOf(ThrowingCallable call) {
        return catchThrowableOfType(ProblemException.class, call).status();
    }

    private static String fieldOf(ThrowingCallable call) {
        return catchThrowableOfType(ProblemException.class, call).problem().field();
    }
}
