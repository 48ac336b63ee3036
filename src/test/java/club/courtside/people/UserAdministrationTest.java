package club.courtside.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import club.courtside.account.Caller;
import club.courtside.account.Role;
import club.courtside.account.SignedOut;
import club.courtside.account.UserQuery;
import club.courtside.account.audit.AuditAction;
import club.courtside.account.audit.AuditLine;
import club.courtside.platform.ProblemException;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UserAdministrationTest {

    private final TestPeople people = new TestPeople();
    private final UserAdministration administration = people.administration;

    @AfterEach
    void close() {
        people.close();
    }

    @Test
    void staff_see_the_people_of_their_club_and_the_operator_everybody() {
        assertThat(names(people.staff, UserQuery.EVERYBODY)).containsExactly("Ana", "Inès", "Julien");
        assertThat(names(people.operator, UserQuery.EVERYBODY))
                .containsExactly("Ana", "Camille", "Eva", "Inès", "Julien");
        assertThat(names(people.operator, new UserQuery(people.port.id(), null)))
                .containsExactly("Ana", "Eva");
        assertThat(names(people.staff, new UserQuery(null, "LAC.ex"))).containsExactly("Inès", "Julien");
        assertThat(people.in(() -> administration.count(people.staff, UserQuery.EVERYBODY)))
                .isEqualTo(3);
        assertThat(status(() -> administration.search(people.player, UserQuery.EVERYBODY, 0, 9)))
                .isEqualTo(403);
        assertThat(status(() -> administration.search(people.staff, new UserQuery(people.port.id(), null), 0, 9)))
                .isEqualTo(404);
    }

    @Test
    void another_club_that_somebody_belongs_to_is_not_told() {
        UserView seen = people.in(() -> administration.view(people.staff, people.both.id()));

        assertThat(seen.clubs()).containsExactly(people.lac.id());
        assertThat(seen.changeable()).isFalse();
    }

    @Test
    void whom_one_may_not_know_of_does_not_exist() {
        assertThat(status(() -> administration.view(people.staff, people.stranger.id())))
                .isEqualTo(404);
        assertThat(status(() -> administration.view(people.player, people.staff.id())))
                .isEqualTo(404);
        assertThat(status(() -> administration.delete(people.staff, UUID.randomUUID())))
                .isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({"PLAYER, lac, 0", "CLUB_ADMIN, lac, 0", "PLAYER, port, 400", "PLAYER, , 400", "SUPER_ADMIN, lac, 403"})
    void staff_invite_players_and_staff_into_their_own_club(Role role, String club, int expected) {
        UserWish wish =
                new UserWish("New@lac.example ", "Léa", role, club == null ? Set.of() : Set.of(club), "fr", null);

        int status = status(() -> administration.invite(people.staff, wish));

        assertThat(status).isEqualTo(expected);
        assertThat(people.in(() -> people.users.byEmail("new@lac.example")).isPresent())
                .isEqualTo(expected == 0);
    }

    @Test
    void an_address_is_taken_once_and_has_to_be_one() {
        assertThat(problem(() -> administration.invite(people.staff, wish("EVA@port.example", "lac")))
                        .problem()
                        .field())
                .isEqualTo("email");
        assertThat(status(() -> administration.invite(people.staff, wish("EVA@port.example", "lac"))))
                .isEqualTo(409);
        assertThat(status(() -> administration.invite(people.staff, wish("no address", "lac"))))
                .isEqualTo(400);
        assertThat(status(() -> administration.invite(people.player, wish("x@lac.example", "lac"))))
                .isEqualTo(403);
    }

    @Test
    void who_is_disabled_is_out_at_once_and_in_again_when_enabled() {
        String cookie = people.signIn(people.player);

        change(people.staff, people.player, enabled(false));

        assertThat(people.isSignedIn(cookie)).isFalse();
        assertThat(people.events.fired(SignedOut.class)).containsExactly(new SignedOut(people.player.id(), null));
        assertThat(view(people.player).state()).isEqualTo(UserState.DISABLED);
        change(people.staff, people.player, enabled(true));
        assertThat(view(people.player).state()).isEqualTo(UserState.ACTIVE);
        assertThat(people.isSignedIn(cookie)).isFalse();
    }

    @Test
    void nobody_disables_deletes_or_raises_himself() {
        assertThat(status(() -> administration.change(people.staff, people.staff.id(), enabled(false))))
                .isEqualTo(409);
        assertThat(status(() -> administration.delete(people.operator, people.operator.id())))
                .isEqualTo(409);
        assertThat(status(() -> administration.change(people.player, people.player.id(), role(Role.CLUB_ADMIN))))
                .isEqualTo(403);
        assertThat(status(() -> administration.change(people.staff, people.staff.id(), clubs())))
                .isEqualTo(409);
    }

    @Test
    void everybody_changes_his_own_name_and_language() {
        change(people.player, people.player, new UserWish(null, "Inès B.", null, null, "fr", null));

        assertThat(people.read(people.player.id()).displayName()).isEqualTo("Inès B.");
        assertThat(people.read(people.player.id()).locale()).isEqualTo("fr");
    }

    @Test
    void staff_never_touch_an_operator_who_belongs_to_their_club() {
        Caller boss = people.user("boss@lac.example", "Boss", Role.SUPER_ADMIN, people.lac);

        assertThat(status(() -> administration.change(people.staff, boss.id(), enabled(false))))
                .isEqualTo(403);
        assertThat(status(() -> administration.change(people.staff, boss.id(), clubs())))
                .isEqualTo(403);
        assertThat(status(() -> administration.signOutEverywhere(people.staff, boss.id())))
                .isEqualTo(403);
    }

    @Test
    void who_belongs_to_another_club_too_is_changed_in_ones_own_club_only() {
        assertThat(status(() -> administration.change(people.staff, people.both.id(), enabled(false))))
                .isEqualTo(403);
        assertThat(status(() -> administration.change(people.staff, people.both.id(), role(Role.CLUB_ADMIN))))
                .isEqualTo(403);

        change(people.staff, people.both, clubs());

        assertThat(people.read(people.both.id()).clubs()).containsExactly(people.port.id());
    }

    @Test
    void the_last_operator_stays() {
        Caller other = people.user("second@courtside.example", "Second", Role.SUPER_ADMIN);
        change(people.operator, other, enabled(false));

        assertThat(status(() -> administration.change(other, people.operator.id(), enabled(false))))
                .isEqualTo(409);
        assertThat(status(() -> administration.change(other, people.operator.id(), role(Role.PLAYER))))
                .isIn(400, 409);
        assertThat(status(() -> administration.delete(other, people.operator.id())))
                .isEqualTo(409);
    }

    @Test
    void who_is_deleted_leaves_no_name_and_frees_the_address() {
        String cookie = people.signIn(people.player);

        people.in(() -> {
            administration.delete(people.staff, people.player.id());
            return null;
        });

        assertThat(people.isSignedIn(cookie)).isFalse();
        assertThat(status(() -> administration.view(people.operator, people.player.id())))
                .isEqualTo(404);
        assertThat(names(people.operator, UserQuery.EVERYBODY)).doesNotContain("Inès", "–");
        assertThat(status(() -> administration.invite(people.staff, wish("ines@lac.example", "lac"))))
                .isZero();
    }

    @Test
    void sign_ins_are_seen_and_ended_by_oneself_and_by_staff() {
        String here = people.signIn(people.player);
        String there = people.signIn(people.player);
        var all = people.in(() -> administration.signIns(people.player, people.player.id()));
        assertThat(all).hasSize(2).allSatisfy(one -> assertThat(one.program()).isEqualTo("Firefox"));

        people.in(() -> {
            administration.signOut(people.player, people.player.id(), all.get(0).id());
            return null;
        });
        assertThat(List.of(people.isSignedIn(here), people.isSignedIn(there))).containsExactlyInAnyOrder(true, false);

        people.in(() -> {
            administration.signOutEverywhere(people.staff, people.player.id());
            return null;
        });
        assertThat(List.of(people.isSignedIn(here), people.isSignedIn(there))).containsOnly(false);
        assertThat(status(() -> administration.signOut(
                        people.player, people.player.id(), all.get(0).id())))
                .isEqualTo(404);
    }

    @Test
    void it_stands_in_the_audit_log_of_each_of_their_clubs() {
        change(people.operator, people.both, enabled(false));

        assertThat(people.told())
                .filteredOn(line -> line.action() == AuditAction.USER_DISABLED)
                .extracting(AuditLine::clubId)
                .containsExactlyInAnyOrder(people.lac.id(), people.port.id());
    }

    private UserView view(Caller of) {
        return people.in(() -> administration.view(people.operator, of.id()));
    }

    private void change(Caller caller, Caller whom, UserWish wish) {
        people.in(() -> administration.change(caller, whom.id(), wish));
    }

    private List<String> names(Caller caller, UserQuery query) {
        return people.in(() -> administration.search(caller, query, 0, 50)).stream()
                .map(UserView::name)
                .toList();
    }

    private static UserWish wish(String email, String club) {
        return new UserWish(email, null, null, Set.of(club), null, null);
    }

    private static UserWish enabled(boolean enabled) {
        return new UserWish(null, null, null, null, null, enabled);
    }

    private static UserWish role(Role role) {
        return new UserWish(null, null, role, null, null, null);
    }

    private static UserWish clubs(String... clubs) {
        return new UserWish(null, null, null, Set.of(clubs), null, null);
    }

    /** 0 when it is done. */
    private int status(Runnable work) {
        ProblemException refused = problem(work);
        return refused == null ? 0 : refused.status();
    }

    private ProblemException problem(Runnable work) {
        return catchThrowableOfType(ProblemException.class, () -> people.database.inTransaction(work));
    }
}
