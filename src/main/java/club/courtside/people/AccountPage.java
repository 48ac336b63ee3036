package club.courtside.people;

import club.courtside.account.Caller;
import club.courtside.account.CurrentCaller;
import club.courtside.account.NewPasswords;
import club.courtside.account.SignedInDevice;
import club.courtside.platform.Notices;
import club.courtside.platform.Preferences;
import club.courtside.platform.ProblemException;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.UUID;

/** What everybody looks after himself: name, language, password, and where one is signed in. */
@Named
@RequestScoped
public class AccountPage {

    @Inject
    private UserAdministration administration;

    @Inject
    private NewPasswords passwords;

    @Inject
    private CurrentCaller current;

    @Inject
    private Preferences preferences;

    @Inject
    private Notices notices;

    private Caller caller;
    private String name;
    private String language;
    private String present;
    private String wanted;
    private List<SignedInDevice> signIns;

    @PostConstruct
    void read() {
        caller = current.require();
        UserView user = administration.view(caller, caller.id());
        name = user.name();
        language = user.language() == null ? preferences.getLanguage() : user.language();
    }

    public void save() {
        try {
            administration.change(caller, caller.id(), new UserWish(null, name, null, null, language, null));
            notices.tell("account.saved");
        } catch (ProblemException refused) {
            notices.explain(refused, "person:name");
        }
    }

    public void changePassword() {
        try {
            passwords.change(caller, present, wanted);
            notices.tell("account.passwordChanged");
        } catch (ProblemException refused) {
            String field = refused.problem().field();
            notices.explain(refused, "secret:" + (field == null ? "current_password" : field));
        }
    }

    public void signOut(SignedInDevice device) {
        try {
            administration.signOut(caller, caller.id(), device.id());
            signIns = null;
        } catch (ProblemException refused) {
            notices.explain(refused, null);
        }
    }

    /** Everywhere but here. */
    public void signOutElsewhere() {
        getSignIns().stream().filter(device -> !isHere(device)).forEach(this::signOut);
        notices.tell("account.elsewhereEnded");
    }

    public boolean isHere(SignedInDevice device) {
        UUID here = caller.signIn();
        return device.id().equals(here);
    }

    /** What people call the program, as far as it says. */
    public String called(SignedInDevice device) {
        return device.kind().equals("api") ? notices.text("account.program") : Program.of(device.program());
    }

    public List<SignedInDevice> getSignIns() {
        if (signIns == null) signIns = administration.signIns(caller, caller.id());
        return signIns;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public String getLanguage() {
        return language;
    }

    public void setLanguage(String language) {
        this.language = language;
    }

    public String getPresent() {
        return null;
    }

    public void setPresent(String present) {
        this.present = present;
    }

    public String getWanted() {
        return null;
    }

    public void setWanted(String wanted) {
        this.wanted = wanted;
    }
}
