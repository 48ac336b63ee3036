package club.courtside.library;

import java.time.Instant;
import java.util.UUID;

/** A video that may have to go, as far as retention needs to know it. */
public record Outliving(UUID id, String title, String courtName, Instant createdAt, long bytes) {

    Removal because(RemovalCause cause, Instant at) {
        return new Removal(id, title, courtName, createdAt, bytes, cause, at);
    }
}
