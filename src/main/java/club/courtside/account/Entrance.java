package club.courtside.account;

import static jakarta.security.enterprise.authentication.mechanism.http.AuthenticationParameters.withParams;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.SecurityContext;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** Lets the person in front of a page in. */
@RequestScoped
public class Entrance {

    private final SecurityContext security;
    private final HttpServletRequest request;

    @Inject
    public Entrance(SecurityContext security, HttpServletRequest request) {
        this.security = security;
        this.request = request;
    }

    /** For the proxy. */
    protected Entrance() {
        this(null, null);
    }

    /** @return whether they are signed in now; if not, {@link SignInMechanism#PROBLEM} says why */
    public boolean admits(String email, String password, boolean remember, HttpServletResponse response) {
        var credential = new UsernamePasswordCredential(email.strip(), password);
        var parameters = withParams().credential(credential).rememberMe(remember);
        return security.authenticate(request, response, parameters) == AuthenticationStatus.SUCCESS;
    }
}
