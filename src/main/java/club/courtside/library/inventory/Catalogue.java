package club.courtside.library.inventory;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** What the database says there is. By JDBC, because it is also read where there is no JPA. */
public record Catalogue(Set<UUID> clubs, List<Entry> entries, Set<String> arriving) {

    private static final String VIDEOS =
            "select v.id, v.club_id, v.file, v.title, v.status, v.reason_code video_reason,"
                    + " v.size_bytes video_bytes, v.deleted_at, v.has_thumbnail, v.strip_pictures, v.away,"
                    + " r.id recording, r.state, r.requested_at,"
                    + " r.ended_at, r.size_bytes, r.sha256, r.reason_code from videos v left join recordings r on r.id = v.id";
    private static final String OTHER_RECORDINGS = "select r.id, s.club_id, r.file, r.name title,"
            + " cast(null as varchar(20)) status, r.id recording, r.state, r.requested_at, r.ended_at, r.size_bytes,"
            + " r.sha256, r.reason_code from recordings r join sessions s on s.id = r.session_id"
            + " where not exists (select 1 from videos v where v.id = r.id)";

    private static final String ARRIVING = "select club_id, id from arrivals where state = 'EXAMINING'";

    /** Whether somebody takes it in at this moment. */
    boolean isArriving(String file) {
        return arriving.contains(file.replaceFirst("\\.[^./]+$", ""));
    }

    /** As {@code sha256sum -c} reads it: what is certified of the files of those recordings that are in the library. */
    public List<String> checksums() {
        return entries.stream()
                .filter(entry -> entry.video() != null
                        && !entry.video().deleted()
                        && !entry.video().failed()
                        && !entry.video().away())
                .filter(entry ->
                        entry.certificate() != null && entry.certificate().sha256() != null)
                .map(entry -> entry.certificate().sha256() + "  " + entry.file())
                .toList();
    }

    public static Catalogue read(Connection connection) throws SQLException {
        Set<UUID> clubs = new HashSet<>();
        List<Entry> entries = new ArrayList<>();
        Set<String> arriving = new HashSet<>();
        try (Statement statement = connection.createStatement()) {
            try (ResultSet row = statement.executeQuery("select id from clubs")) {
                while (row.next()) clubs.add(row.getObject("id", UUID.class));
            }
            try (ResultSet row = statement.executeQuery(ARRIVING)) {
                while (row.next()) arriving.add("videos/" + row.getString("club_id") + "/" + row.getString("id"));
            }
            for (String query : new String[] {VIDEOS, OTHER_RECORDINGS}) {
                try (ResultSet row = statement.executeQuery(query)) {
                    while (row.next()) entries.add(entry(row));
                }
            }
        }
        return new Catalogue(clubs, entries, arriving);
    }

    private static Entry entry(ResultSet row) throws SQLException {
        boolean recorded = row.getObject("recording") != null;
        String state = row.getString("state");
        boolean running = recorded && !state.equals("COMPLETED") && !state.equals("FAILED");
        return new Entry(
                row.getObject("id", UUID.class),
                row.getObject("club_id", UUID.class),
                row.getString("file"),
                row.getString("title"),
                running ? instant(row, "requested_at") : null,
                recorded ? instant(row, "ended_at") : null,
                recorded
                        ? new Entry.Certificate(
                                row.getLong("size_bytes"),
                                row.getString("sha256"),
                                row.getString("reason_code") == null)
                        : null,
                row.getString("status") == null ? null : inLibrary(row));
    }

    private static Entry.InLibrary inLibrary(ResultSet row) throws SQLException {
        return new Entry.InLibrary(
                row.getString("status").equals("FAILED"),
                row.getString("video_reason"),
                row.getLong("video_bytes"),
                instant(row, "deleted_at") != null,
                row.getBoolean("has_thumbnail"),
                row.getInt("strip_pictures") > 0,
                row.getBoolean("away"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
