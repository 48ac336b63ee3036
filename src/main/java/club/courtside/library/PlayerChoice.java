package club.courtside.library;

import club.courtside.account.User;
import java.io.Serializable;
import java.util.UUID;

/** A member of the club with whom a video can be shared. */
public record PlayerChoice(UUID id, String name) implements Serializable {

    static PlayerChoice of(User user) {
        return new PlayerChoice(user.id(), user.displayName());
    }
}
