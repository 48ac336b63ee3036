package club.courtside.people;

import club.courtside.account.Role;
import java.io.Serializable;
import java.util.Set;

/**
 * What somebody says about a user. On a change, null leaves what is.
 *
 * @param name null: the address
 * @param clubs ids or short names; those that the caller runs, the user's other clubs stay
 * @param language {@code fr} or {@code en}; null: that of their browser
 * @param enabled whether they may sign in
 */
public record UserWish(String email, String name, Role role, Set<String> clubs, String language, Boolean enabled)
        implements Serializable {

    boolean isAboutSigningInOnly() {
        return email == null && name == null && role == null && clubs == null && language == null;
    }
}
