package club.courtside.library;

import club.courtside.account.Caller;
import club.courtside.account.Role;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * One search as a condition on one table, so that its indexes do the work; see the migration {@code large_libraries}. What
 * other tables know of it is few, and was asked for before.
 */
final class VideoSearch {

    private static final Set<UUID> NONE = Set.of(new UUID(0, 0));

    private final Map<String, Object> values = new LinkedHashMap<>();
    private final StringBuilder condition = new StringBuilder("v.deletedAt is null");
    private final String order;

    /**
     * @param shared with a player
     * @param courts whose name has the text that is looked for
     * @param owners whose name has it
     */
    VideoSearch(Caller caller, VideoQuery query, Set<UUID> shared, Set<UUID> courts, Set<UUID> owners) {
        if (!caller.isSuperAdmin()) and("v.club.id in :clubs", "clubs", orNone(caller.clubs()));
        if (caller.role() == Role.PLAYER) {
            and("(v.owner.id = :caller" + (shared.isEmpty() ? ")" : " or v.id in :shared)"), "caller", caller.id());
            if (!shared.isEmpty()) values.put("shared", shared);
        }
        if (query.clubId() != null) and("v.club.id = :club", "club", query.clubId());
        if (query.origin() != null) and("v.origin = :origin", "origin", query.origin());
        if (query.from() != null) and("v.startedAt >= :from", "from", query.from());
        if (query.to() != null) and("v.startedAt < :to", "to", query.to());
        if (query.hasText()) {
            and(
                    "(v.sortTitle like :text escape '!'" + (courts.isEmpty() ? "" : " or v.court.id in :courts")
                            + (owners.isEmpty() ? ")" : " or v.owner.id in :owners)"),
                    "text",
                    pattern(query));
            if (!courts.isEmpty()) values.put("courts", courts);
            if (!owners.isEmpty()) values.put("owners", owners);
        }
        order = query.sort().order(shared(caller, query));
    }

    /** What all that is found have in common, as the indexes begin. */
    private static List<String> shared(Caller caller, VideoQuery query) {
        List<String> columns = new ArrayList<>();
        if (query.clubId() != null || !caller.isSuperAdmin() && caller.clubs().size() == 1) columns.add("v.clubId");
        if (query.origin() != null && query.sort().isByTime()) columns.add("v.origin");
        columns.add("v.deletedAt");
        return columns;
    }

    private void and(String more, String name, Object value) {
        condition.append(" and ").append(more);
        values.put(name, value);
    }

    /** JPQL on the video v. */
    String condition() {
        return condition.toString();
    }

    /** JPQL on the video v. */
    String order() {
        return order;
    }

    /** Of the condition's parameters. */
    Map<String, Object> values() {
        return values;
    }

    /** What names that have the text are like. */
    static String pattern(VideoQuery query) {
        return "%" + query.text().strip().toLowerCase(Locale.ROOT).replaceAll("[!%_]", "!$0") + "%";
    }

    /** Not even nothing may be empty in a query. */
    private static Set<UUID> orNone(Set<UUID> ids) {
        return ids.isEmpty() ? NONE : ids;
    }
}
