package club.courtside.account;

import club.courtside.account.AccountLink.Kind;
import club.courtside.account.audit.Audit;
import club.courtside.account.audit.AuditAction;
import club.courtside.platform.Problem;
import club.courtside.platform.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.UUID;

/** Writes down new passwords; who had the old one is signed out. */
@ApplicationScoped
@Transactional
public class PasswordLedger {

    private final Users users;
    private final SignIns signIns;
    private final AccountLinks links;
    private final Audit audit;

    @Inject
    public PasswordLedger(Users users, SignIns signIns, AccountLinks links, Audit audit) {
        this.users = users;
        this.signIns = signIns;
        this.links = links;
        this.audit = audit;
    }

    protected PasswordLedger() {
        this(null, null, null, null);
    }

    void changed(Caller who, String hash) {
        changed(who, users.byId(who.id()).orElseThrow(), hash, AuditAction.PASSWORD_CHANGED);
    }

    User chosen(String token, Kind kind, String hash, String address) {
        User user = links.redeem(token, kind).orElseThrow(PasswordLedger::noSuchLink);
        AuditAction action = kind == Kind.INVITATION ? AuditAction.USER_JOINED : AuditAction.PASSWORD_CHANGED;
        changed(user.asCaller().cameFrom(address), user, hash, action);
        return user;
    }

    private void changed(Caller who, User user, String hash, AuditAction action) {
        user.changePassword(hash);
        UUID id = user.id();
        signIns.closeAllOf(id, who.signIn());
        links.closeAllOf(id);
        audit.tells(who, action, user.clubs(), id, user.displayName(), null);
    }

    static ProblemException noSuchLink() {
        return new ProblemException(
                new Problem(null, null, 404, "this link was used, or has ended", "token", "link_ended"));
    }
}
