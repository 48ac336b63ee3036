package club.courtside.account;

import club.courtside.platform.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/**
 * Signs a command on this machine in as the first who runs all clubs. Whoever may read the data folder could do whatever
 * they may anyway; so it stands in the audit log as a sign-in of theirs.
 */
@ApplicationScoped
public class LocalSignIn {

    /** What the command shows from now on, and what it gets the next one for. */
    public record Pair(String accessToken, String refreshToken) {}

    private final Users users;
    private final SignIns signIns;
    private final Tokens tokens;

    @Inject
    public LocalSignIn(Users users, SignIns signIns, Tokens tokens) {
        this.users = users;
        this.signIns = signIns;
        this.tokens = tokens;
    }

    protected LocalSignIn() {
        this(null, null, null);
    }

    /** @throws ProblemException 409 before there is an administrator */
    public Pair open(Device device) {
        User operator = users.firstOperator()
                .orElseThrow(() -> ProblemException.conflict("there is no administrator yet; open the pages first"));
        SignIns.Opened opened = signIns.openApi(operator.id(), device);
        return new Pair(tokens.issue(operator.id(), opened.caller().signIn()), opened.token());
    }
}
