package club.courtside.people;

import club.courtside.account.User;
import club.courtside.account.Users;
import club.courtside.court.Names;
import club.courtside.platform.Problem;
import club.courtside.platform.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** What may stand in a user's fields; who is refused learns which one it is. */
@ApplicationScoped
public class UserFields {

    private static final List<String> LANGUAGES = List.of("fr", "en");

    private final Users users;

    @Inject
    public UserFields(Users users) {
        this.users = users;
    }

    protected UserFields() {
        this(null);
    }

    /**
     * @param of whose it is to be; null for a new user
     * @throws ProblemException 400, or 409 when somebody has it
     */
    String email(String wish, UUID of) {
        String email;
        try {
            email = User.normalized(wish);
        } catch (IllegalArgumentException e) {
            throw new ProblemException(new Problem(null, null, 400, e.getMessage(), "email", "email_invalid"));
        }
        Optional<User> holder = users.byEmail(email).filter(user -> !user.id().equals(of));
        if (holder.isPresent())
            throw new ProblemException(
                    new Problem(null, null, 409, "somebody has this e-mail address already", "email", "email_taken"));
        return email;
    }

    String name(String wish, String email) {
        return wish == null || wish.isBlank() ? email : Names.checked("name", wish);
    }

    Locale language(String wish) {
        if (wish == null || wish.isBlank()) return null;
        if (!LANGUAGES.contains(wish)) throw ProblemException.badRequest("language", "fr and en are known");
        return Locale.forLanguageTag(wish);
    }
}
