package club.courtside.session.preview;

import club.courtside.platform.Ids;
import java.util.Optional;
import java.util.UUID;

/**
 * Who reads from the relay, as the engine is told and tells again.
 *
 * @param session whose preview's token they came with; null when they came with their password
 */
record RelayVisitor(UUID user, UUID session) {

    String text() {
        return session == null ? user.toString() : user + " " + session;
    }

    /** Empty for what is no such text. */
    static Optional<RelayVisitor> parse(String text) {
        String[] parts = text == null ? new String[] {""} : text.split(" ", 2);
        Optional<UUID> user = Ids.parse(parts[0]);
        if (parts.length == 1) return user.map(id -> new RelayVisitor(id, null));
        return user.flatMap(id -> Ids.parse(parts[1]).map(session -> new RelayVisitor(id, session)));
    }
}
