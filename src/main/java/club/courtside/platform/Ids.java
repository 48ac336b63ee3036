package club.courtside.platform;

import java.util.Optional;
import java.util.UUID;

/** Ids as they arrive in addresses and requests. */
public final class Ids {

    private Ids() {}

    /** Empty when it is no id: there cannot be anything of that name. */
    public static Optional<UUID> parse(String text) {
        if (text == null || text.length() != 36) return Optional.empty();
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
