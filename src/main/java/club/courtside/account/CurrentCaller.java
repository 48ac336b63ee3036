package club.courtside.account;

import club.courtside.platform.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.SecurityContext;
import java.util.Optional;

/** Who is signed in to the request being served; the same for pages, API and WebSocket handshakes. */
@ApplicationScoped
public class CurrentCaller {

    private final SecurityContext security;

    @Inject
    public CurrentCaller(SecurityContext security) {
        this.security = security;
    }

    protected CurrentCaller() {
        this(null);
    }

    public Optional<Caller> get() {
        return security.getPrincipalsByType(Caller.class).stream().findFirst();
    }

    /** @throws ProblemException 401 when nobody is signed in */
    public Caller require() {
        return get().orElseThrow(() -> ProblemException.notSignedIn("sign in first"));
    }
}
