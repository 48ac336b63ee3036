package club.courtside.people;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Locale;

/** One after the other: of two who begin at the same moment, the second finds that there is an administrator. */
@ApplicationScoped
public class FirstStart {

    private final FirstAdministrator administrator;

    @Inject
    public FirstStart(FirstAdministrator administrator) {
        this.administrator = administrator;
    }

    protected FirstStart() {
        this(null);
    }

    public boolean isWanted() {
        return administrator.isWanted();
    }

    /** @throws club.courtside.platform.ProblemException 404 once there is a user, 400 */
    public synchronized void begin(String club, String name, String email, String password, Locale language) {
        administrator.begin(club, name, email, password, language);
    }
}
