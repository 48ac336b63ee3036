package club.courtside.bench.library;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/**
 * Fills the database of a Courtside that is stopped: ten clubs, each with six courts, 200 members and a tenth of the
 * videos, over three years. The demo club is one of them, and its player owns 500. Each video has its file, of its size and
 * without content, because Courtside compares the two.
 */
final class ManyVideos {

    static final int VIDEOS = 100_000;
    private static final int AT_ONCE = 1000;
    private static final int CLUBS = 10;
    private static final int COURTS = 6;
    private static final int MEMBERS = 200;
    private static final int OF_THE_PLAYER = 500;
    private static final int MINUTES = 3 * 365 * 24 * 60;
    private static final String[] NAMES = {
        "Ana", "Ben", "Inès", "Julien", "Léa", "Marc", "Nora", "Olivier", "Paula", "Yann"
    };
    private static final String[] KINDS = {
        "Match", "Training", "Final", "Semi-final", "Americano", "Lesson", "Tie-break"
    };
    private static final String[] ORIGINS = {"RECORDING", "RECORDING", "RECORDING", "UPLOAD", "CLIP", "IMPORT"};

    private final Connection connection;
    private final Path data;
    private final Random random = new Random(1);
    private final OffsetDateTime now = OffsetDateTime.now(ZoneOffset.UTC);
    private final List<List<UUID>> courts = new ArrayList<>();
    private final List<List<UUID>> members = new ArrayList<>();
    private final List<UUID> clubs = new ArrayList<>();

    private ManyVideos(Connection connection, Path data) {
        this.connection = connection;
        this.data = data;
    }

    /** @return the clubs; the first one is the demo club */
    static List<UUID> fill(Connection connection, Path data) throws SQLException, IOException {
        connection.setAutoCommit(false);
        ManyVideos all = new ManyVideos(connection, data);
        UUID player = all.id("select id from users where email = 'player@demo.club'");
        all.clubs.add(all.id("select id from clubs"));
        for (int club = 1; club < CLUBS; club++) all.club(club);
        for (UUID club : all.clubs) all.people(club);
        all.videos(player);
        connection.commit();
        connection.setAutoCommit(true);
        connection.createStatement().execute("analyze");
        if (connection.getMetaData().getURL().startsWith("jdbc:h2:"))
            connection.createStatement().execute("shutdown compact");
        return all.clubs;
    }

    private UUID id(String query) throws SQLException {
        try (ResultSet row = connection.createStatement().executeQuery(query)) {
            row.next();
            return row.getObject(1, UUID.class);
        }
    }

    private void club(int number) throws SQLException {
        UUID club = UUID.randomUUID();
        clubs.add(club);
        run(
                "insert into clubs (id, name, slug, time_zone, retention_days, default_minutes, sound, allow_hevc,"
                        + " players_may_delete) values (?, ?, ?, 'Europe/Paris', 0, 90, true, false, true)",
                club,
                "Padel " + number,
                "padel-" + number);
    }

    private void people(UUID club) throws SQLException {
        List<UUID> here = new ArrayList<>();
        List<UUID> playing = new ArrayList<>();
        for (int i = 0; i < COURTS; i++) {
            here.add(UUID.randomUUID());
            run(
                    "insert into courts (id, club_id, name, slug, position) values (?, ?, ?, ?, ?)",
                    here.get(i),
                    club,
                    "Court " + (i + 1),
                    "bench-" + i,
                    100 + i);
        }
        for (int i = 0; i < MEMBERS; i++) {
            UUID member = UUID.randomUUID();
            playing.add(member);
            run(
                    "insert into users (id, email, display_name, password_hash, role, enabled)"
                            + " values (?, ?, ?, 'none', 'PLAYER', true)",
                    member,
                    member + "@bench.example",
                    one(NAMES) + " " + i);
            run("insert into user_clubs (user_id, club_id) values (?, ?)", member, club);
        }
        courts.add(here);
        members.add(playing);
    }

    private void videos(UUID player) throws SQLException, IOException {
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into videos (id, club_id, court_id, owner_id, origin, status, title, file, started_at, created_at,"
                        + " duration_seconds, size_bytes, width, height, video_codec, audio_codec, keep, has_thumbnail,"
                        + " thumbnail_attempts) values (?, ?, ?, ?, ?, 'READY', ?, ?, ?, ?, ?, ?, 1920, 1080, 'h264',"
                        + " 'aac', false, false, 8)")) {
            for (int number = 0; number < VIDEOS; number++) {
                video(insert, number, player);
                if (number % AT_ONCE != AT_ONCE - 1) continue;
                insert.executeBatch();
                connection.commit();
            }
        }
    }

    private void video(PreparedStatement insert, int number, UUID player) throws SQLException, IOException {
        int club = number % CLUBS;
        UUID id = UUID.randomUUID();
        UUID owner = number / CLUBS < OF_THE_PLAYER && club == 0 ? player : one(members.get(club));
        OffsetDateTime begin = now.minusMinutes(60 + random.nextInt(MINUTES));
        long bytes = 1 + random.nextInt(2_000_000_000);
        String file = "videos/" + clubs.get(club) + "/" + id + ".mp4";
        sparse(data.resolve(file), bytes);
        Object[] values = {
            id,
            clubs.get(club),
            one(courts.get(club)),
            owner,
            one(ORIGINS),
            one(KINDS) + " of " + one(NAMES) + " and " + one(NAMES) + ", no. " + number,
            file,
            begin,
            begin,
            60.0 + random.nextInt(7200),
            bytes
        };
        for (int i = 0; i < values.length; i++) insert.setObject(i + 1, values[i]);
        insert.addBatch();
    }

    private static void sparse(Path file, long bytes) throws IOException {
        Files.createDirectories(file.getParent());
        try (RandomAccessFile made = new RandomAccessFile(file.toFile(), "rw")) {
            made.setLength(bytes);
        }
    }

    private void run(String statement, Object... values) throws SQLException {
        try (PreparedStatement prepared = connection.prepareStatement(statement)) {
            for (int i = 0; i < values.length; i++) prepared.setObject(i + 1, values[i]);
            prepared.executeUpdate();
        }
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    private String one(String[] of) {
        return of[random.nextInt(of.length)];
    }
}
