package club.courtside.court;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import club.courtside.court.CourtAdministration.CourtWish;
import club.courtside.platform.ProblemException;
import club.courtside.session.TestClub;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClubAdministrationTest {

    @TempDir
    Path folder;

    private TestClub club;
    private Clubs clubs;
    private Courts courts;

    @BeforeEach
    void open_the_club() {
        club = new TestClub(folder);
        clubs = new Clubs(club.database.entities());
        courts = new Courts(club.database.entities());
    }

    @AfterEach
    void close_the_club() {
        club.close();
    }

    @Test
    void a_new_club_has_what_is_usual_and_what_was_chosen() {
        Club opened = open(named("Padel du Rhône"));

        assertThat(opened.slug()).isEqualTo("padel-du-rhone");
        assertThat(opened.defaultMinutes()).isEqualTo(90);
        assertThat(opened.retentionDays()).isEqualTo(30);
        assertThat(opened.quotaGb()).isNull();
        assertThat(opened.uploadPolicy()).isEqualTo(UploadPolicy.INSTALLATION);

        Club changed = change(new ClubWish(
                "Lac", null, "America/Bogota", 0, 500, 60, false, true, UploadPolicy.NEVER, true, null, null));
        assertThat(changed.timeZone()).isEqualTo(ZoneId.of("America/Bogota"));
        assertThat(changed.retentionDays()).isZero();
        assertThat(changed.quotaGb()).isEqualTo(500);
        assertThat(changed.uploadPolicy()).isEqualTo(UploadPolicy.NEVER);
        assertThat(changed.slug()).isEqualTo("lac");
        assertThat(change(new ClubWish(
                        null, null, null, null, 0, null, null, null, UploadPolicy.INSTALLATION, null, null, null)))
                .extracting(Club::quotaGb, Club::autoUpload, Club::name)
                .containsExactly(null, null, "Lac");
    }

    @Test
    void a_wrong_choice_names_its_field() {
        assertThat(field(named(" "))).isEqualTo("name");
        assertThat(field(named("!!!"))).isEqualTo("slug");
        assertThat(field(wish("Europe/Atlantis", 30, 90))).isEqualTo("time_zone");
        assertThat(field(wish("+01:00", 30, 90))).isEqualTo("time_zone");
        assertThat(field(wish(null, -1, 90))).isEqualTo("retention_days");
        assertThat(field(wish(null, 30, 361))).isEqualTo("default_minutes");
        assertThat(field(new ClubWish("X", null, null, null, -1, null, null, null, null, null, null, null)))
                .isEqualTo("quota_gb");
    }

    @Test
    void two_clubs_have_not_the_same_short_name() {
        ProblemException refused = refused(
                () -> open(new ClubWish("Another", "lac", null, null, null, null, null, null, null, null, null, null)));

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.problem().field()).isEqualTo("slug");
    }

    @Test
    void an_empty_club_goes_at_once_and_its_short_name_is_free() {
        Club opened = open(named("Short"));

        delete(opened, null);

        assertThat(clubs.byId(opened.id())).isEmpty();
        assertThat(open(named("Short")).slug()).isEqualTo("short");
    }

    @Test
    void a_club_with_courts_goes_only_when_that_is_confirmed() {
        assertThat(refused(() -> delete(club.club, null)).problem().detail()).contains("1 court", "confirm=lac");
        assertThat(refused(() -> delete(club.club, "other")).status()).isEqualTo(409);

        delete(club.club, "lac");

        assertThat(clubs.all()).extracting(Club::slug).containsExactly("elsewhere");
        assertThat(courts.all()).isEmpty();
        assertThat(refused(() -> club.access.courtToRun(club.admin, "central")).status())
                .isEqualTo(404);
    }

    @Test
    void a_club_stays_while_a_session_is_open_there() {
        club.open(club.player);

        assertThat(refused(() -> delete(club.club, "lac")).problem().detail()).contains("a session is open");
        assertThat(clubs.byIdOrSlug("lac")).isPresent();
    }

    @Test
    void a_court_is_renamed_and_moved_and_the_others_make_room() {
        Court second = add("Second");
        Court third = add("Third");

        move(third, new CourtWish("Panorama", "pano", 1));

        assertThat(courts.ofClub(club.club.id())).extracting(Court::slug).containsExactly("pano", "central", "second");
        assertThat(courts.ofClub(club.club.id())).extracting(Court::position).containsExactly(1, 2, 3);
        assertThat(refused(() -> move(second, new CourtWish(null, null, 4)))
                        .problem()
                        .field())
                .isEqualTo("position");
        assertThat(refused(() -> move(second, new CourtWish(null, "pano", null)))
                        .problem()
                        .field())
                .isEqualTo("slug");
    }

    @Test
    void a_removed_court_frees_its_short_name_and_takes_its_cameras_along() {
        removeCourt();

        assertThat(courts.ofClub(club.club.id())).isEmpty();
        assertThat(new Cameras(club.database.entities()).all()).isEmpty();
        assertThat(add("Central").slug()).isEqualTo("central");
    }

    @Test
    void a_court_stays_while_a_session_is_open_there() {
        club.open(club.player);

        assertThat(refused(this::removeCourt).status()).isEqualTo(409);
        assertThat(courts.ofClub(club.club.id())).hasSize(1);
    }

    private Void removeCourt() {
        club.database.inTransaction(() -> club.administration.removeCourt(club.admin, club.court.id()));
        return null;
    }

    private Court add(String name) {
        return club.in(() -> club.administration.addCourt(club.admin, club.club, name, null));
    }

    private Court move(Court court, CourtWish wish) {
        return club.in(() -> club.administration.changeCourt(club.admin, court.id(), wish));
    }

    private static ClubWish named(String name) {
        return new ClubWish(name, null, null, null, null, null, null, null, null, null, null, null);
    }

    private static ClubWish wish(String zone, Integer days, Integer minutes) {
        return new ClubWish("X", null, zone, days, null, minutes, null, null, null, null, null, null);
    }

    private Club open(ClubWish wish) {
        return club.in(() -> club.clubAdministration.open(club.admin, wish));
    }

    private Club change(ClubWish wish) {
        return club.in(() -> club.clubAdministration.change(club.admin, club.club.id(), wish));
    }

    private Void delete(Club which, String confirmation) {
        club.database.inTransaction(() -> club.clubAdministration.delete(club.admin, which.id(), confirmation));
        return null;
    }

    private String field(ClubWish wish) {
        return refused(() -> open(wish)).problem().field();
    }

    private static ProblemException refused(Supplier<?> what) {
        return catchThrowableOfType(ProblemException.class, what::get);
    }
}
