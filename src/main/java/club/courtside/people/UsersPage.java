package club.courtside.people;

import club.courtside.account.Caller;
import club.courtside.account.CurrentCaller;
import club.courtside.account.Role;
import club.courtside.account.UserQuery;
import club.courtside.court.Club;
import club.courtside.court.CourtAccess;
import club.courtside.platform.Draft;
import club.courtside.platform.Ids;
import club.courtside.platform.Notices;
import club.courtside.platform.PagedList;
import club.courtside.platform.Preferences;
import club.courtside.platform.ProblemException;
import jakarta.faces.event.AjaxBehaviorEvent;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.primefaces.component.dataview.DataView;

/** The people of the clubs: invite, change, disable and delete them. */
@Named
@ViewScoped
public class UsersPage implements Serializable {
    private static final String FORM = "person:";

    @Inject
    private UserAdministration administration;

    @Inject
    private Invitations invitations;

    @Inject
    private CourtAccess access;

    @Inject
    private CurrentCaller caller;

    @Inject
    private Preferences preferences;

    @Inject
    private Notices notices;

    private final PagedList<UserView> users = new PagedList<>(new Found());
    private String text;
    private String club;
    private UserView chosen;
    private Draft<UserWish> draft;
    private String email;
    private String name;
    private Role role = Role.PLAYER;
    private List<String> clubs = List.of();
    private Map<String, String> names;
    private Invitation invitation;

    /** Another search begins on its first page. */
    public void search(AjaxBehaviorEvent event) {
        if (event.getComponent().findComponent("people") instanceof DataView view) view.setFirst(0);
    }

    /** Opens the dialog for somebody new. */
    public void begin() {
        chosen = null;
        email = null;
        name = null;
        role = Role.PLAYER;
        clubs = getClubNames().size() == 1 ? List.copyOf(getClubNames().keySet()) : List.of();
    }

    /** Opens a dialog for somebody. */
    public void choose(UserView user) {
        chosen = user;
        email = user.email();
        name = user.name();
        role = user.role();
        clubs = idsOf(user);
        draft = new Draft<>(wish());
    }

    private static List<String> idsOf(UserView user) {
        return user.clubs().stream().map(UUID::toString).toList();
    }

    private UserWish wish() {
        return new UserWish(email, name, role, Set.copyOf(clubs), null, null);
    }

    public void save() {
        try {
            if (chosen == null) {
                told(invitations.invite(caller.require(), wish(), preferences.getLocale()));
            } else {
                UserView now = administration.view(caller.require(), chosen.id());
                UserWish present =
                        new UserWish(now.email(), now.name(), now.role(), Set.copyOf(idsOf(now)), null, null);
                administration.change(caller.require(), chosen.id(), draft.over(wish(), present));
                notices.tell("users.saved", name);
            }
        } catch (ProblemException refused) {
            String field = refused.problem().field();
            boolean known = field != null && Set.of("email", "name", "clubs").contains(field);
            notices.explain(refused, known ? FORM + field : FORM + "save");
        }
    }

    public void inviteAgain(UserView user) {
        try {
            told(invitations.inviteAgain(caller.require(), user.id(), preferences.getLocale()));
        } catch (ProblemException refused) {
            notices.explain(refused, null);
        }
    }

    private void told(Invitations.Sent sent) {
        invitation = sent.invitation();
        chosen = sent.user();
        if (invitation.sent()) notices.tell("users.invited", sent.user().email());
    }

    public void enable(UserView user, boolean enabled) {
        try {
            administration.change(caller.require(), user.id(), new UserWish(null, null, null, null, null, enabled));
            notices.tell(enabled ? "users.enabled" : "users.disabled", user.name());
        } catch (ProblemException refused) {
            notices.explain(refused, enabled ? null : "disabling:confirm");
        }
    }

    public void delete() {
        try {
            administration.delete(caller.require(), chosen.id());
            notices.tell("users.deleted", chosen.name());
        } catch (ProblemException refused) {
            notices.explain(refused, "deleting:confirm");
        }
    }

    public PagedList<UserView> getUsers() {
        return users;
    }

    /** How many were found; counted with the page that is shown. */
    public int getCount() {
        return users.getRowCount();
    }

    public boolean isSearching() {
        return text != null && !text.isBlank();
    }

    /** The clubs that one may give, by id. */
    public Map<String, String> getClubNames() {
        if (names == null) {
            Caller me = caller.require();
            names = access.clubs(me).stream()
                    .filter(club -> me.isAdminOf(club.id()))
                    .sorted(Comparator.comparing(Club::name))
                    .collect(Collectors.toMap(
                            club -> club.id().toString(), Club::name, (one, other) -> one, LinkedHashMap::new));
        }
        return names;
    }

    /** The same, as a menu takes them. */
    public Map<String, String> getClubChoices() {
        Map<String, String> choices = new LinkedHashMap<>();
        getClubNames().forEach((id, called) -> choices.put(called, id));
        return choices;
    }

    /** What somebody may be made. */
    public List<Role> getRoles() {
        return caller.require().isSuperAdmin()
                ? List.of(Role.PLAYER, Role.CLUB_ADMIN, Role.SUPER_ADMIN)
                : List.of(Role.PLAYER, Role.CLUB_ADMIN);
    }

    public String places(UserView user) {
        return user.clubs().stream()
                .map(id -> getClubNames().get(id.toString()))
                .filter(called -> called != null)
                .sorted()
                .collect(Collectors.joining(", "));
    }

    /** Whether whoever looks can do more than read. */
    public boolean mayChange(UserView user) {
        return user.changeable() && !user.self();
    }

    public UserView getChosen() {
        return chosen;
    }

    public Invitation getInvitation() {
        return invitation;
    }

    public String getText() {
        return text;
    }

    public void setText(String text) {
        this.text = text;
    }

    /** Whose people are listed; null for all. */
    public String getClub() {
        return club;
    }

    public void setClub(String club) {
        this.club = club;
    }

    public String getEmail() {
        return email;
    }

    public void setEmail(String email) {
        this.email = email;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public Role getRole() {
        return role;
    }

    public void setRole(Role role) {
        this.role = role;
    }

    public List<String> getClubs() {
        return clubs;
    }

    public void setClubs(List<String> clubs) {
        this.clubs = clubs == null ? List.of() : List.copyOf(clubs);
    }

    private final class Found implements PagedList.Source<UserView> {
        @Override
        public long count() {
            return administration.count(caller.require(), query());
        }

        @Override
        public List<UserView> rows(int first, int size) {
            return administration.search(caller.require(), query(), first, size);
        }

        private UserQuery query() {
            return new UserQuery(Ids.parse(club).orElse(null), text);
        }
    }
}
