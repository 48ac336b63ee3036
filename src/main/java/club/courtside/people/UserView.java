package club.courtside.people;

import club.courtside.account.AccountLink;
import club.courtside.account.Role;
import club.courtside.account.User;
import com.fasterxml.jackson.annotation.JsonIgnore;
import java.io.Serializable;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * A user as an administrator sees them.
 *
 * @param clubs those that the administrator may know of
 * @param language null: that of their browser
 * @param createdAt null for the earliest ones
 * @param lastSignInAt null when they never have
 * @param invitationEndsAt until when the link is good; null when none is out
 * @param changeable whether whoever asks may change all of it
 * @param self whether it is whoever asks
 */
public record UserView(
        UUID id,
        String email,
        String name,
        Role role,
        Set<UUID> clubs,
        UserState state,
        String language,
        Instant createdAt,
        Instant lastSignInAt,
        Instant invitationEndsAt,
        @JsonIgnore boolean changeable,
        @JsonIgnore boolean self)
        implements Serializable {

    static UserView of(User user, Set<UUID> clubs, Optional<AccountLink> invitation, boolean changeable, boolean self) {
        UserState state =
                !user.isEnabled() ? UserState.DISABLED : user.isInvited() ? UserState.INVITED : UserState.ACTIVE;
        return new UserView(
                user.id(),
                user.email(),
                user.displayName(),
                user.role(),
                clubs,
                state,
                user.locale(),
                user.createdAt(),
                user.lastSignInAt(),
                invitation.map(AccountLink::expiresAt).orElse(null),
                changeable,
                self);
    }
}
