package club.courtside.library.inventory;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Compares the catalogue with the shelf. The shelf is looked at first: a recording is written down before its file
 * begins, so whatever lies there has its row by the time the catalogue is read.
 */
public final class Inventory {

    private static final Pattern IN_A_CLUB =
            Pattern.compile("videos/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})/([^/]+)\\.mp4");
    private static final Duration SETTLED = Duration.ofMinutes(1);
    private static final Duration FINGERPRINTED = Duration.ofMinutes(10);

    private final Catalogue catalogue;
    private final Shelf shelf;
    private final Set<String> beingWritten;
    private final Instant now;
    private final List<Difference> differences = new ArrayList<>();

    private Inventory(Catalogue catalogue, Shelf shelf, Set<String> beingWritten, Instant now) {
        this.catalogue = catalogue;
        this.shelf = shelf;
        this.beingWritten = beingWritten;
        this.now = now;
    }

    /** Where rows come from: a pool, or a file opened for this. */
    @FunctionalInterface
    public interface Database {
        Connection open() throws SQLException;
    }

    /**
     * @param data the data folder
     * @param beingWritten files that the engine records into at this moment; they are left out
     */
    public static Result take(Path data, Database database, Set<String> beingWritten, Instant now)
            throws IOException, SQLException {
        Shelf shelf = new Shelf(data);
        Catalogue catalogue = read(database);
        Inventory inventory = new Inventory(catalogue, shelf, beingWritten, now);
        inventory.compare();
        long videos = catalogue.entries().stream()
                .filter(entry -> entry.video() != null && !entry.video().deleted())
                .count();
        return new Result(videos, List.copyOf(inventory.differences));
    }

    private static Catalogue read(Database database) throws SQLException {
        try (Connection connection = database.open()) {
            return Catalogue.read(connection);
        }
    }

    /** @param videos how many the library has */
    public record Result(long videos, List<Difference> differences) {

        /** As text: the number of videos, then one line for each difference. */
        public List<String> lines() {
            List<String> lines = new ArrayList<>(List.of(String.valueOf(videos)));
            differences.forEach(difference -> lines.add(difference.line()));
            return lines;
        }
    }

    /** Which of its pictures a video has on the shelf. */
    private record Pictures(boolean thumbnail, boolean strip) {}

    private void compare() {
        for (Entry entry : catalogue.entries()) {
            Shelf.Item file = found(entry);
            boolean crashed = shelf.take(sibling(entry, "crash")) != null;
            boolean remains = shelf.take(sibling(entry, "unreadable")) != null;
            Pictures pictures =
                    new Pictures(shelf.takeThumbnail(entry.id()) != null, shelf.takeStrip(entry.id()) != null);
            if (remains && !isDeleted(entry)) differences.add(remainsOf(entry));
            differenceOf(entry, file, crashed, pictures).ifPresent(kind -> differences.add(Difference.of(kind, entry)));
        }
        shelf.left().forEach(this::unknown);
        for (Shelf.Item picture : shelf.leftThumbnails())
            if (hasSettled(picture)) differences.add(Difference.of(Kind.LEFT_THUMBNAIL, null, picture.file()));
    }

    /** What changed while we counted is looked at once more. */
    private Shelf.Item found(Entry entry) {
        Shelf.Item file = shelf.take(entry.file());
        boolean asExpected = entry.video() == null
                || file != null && file.bytes() == entry.video().bytes();
        return asExpected ? file : shelf.lookAgain(entry.file());
    }

    private Optional<Kind> differenceOf(Entry entry, Shelf.Item file, boolean crashed, Pictures pictures) {
        if (beingWritten.contains(entry.file())) return Optional.empty();
        if (entry.isRunning())
            return entry.runningSince().plus(SETTLED).isBefore(now) ? Optional.of(Kind.UNENDED) : Optional.empty();
        if (isDeleted(entry)) return Optional.of(Kind.HALF_DELETED);
        if (crashed) return Optional.of(Kind.UNFINISHED);
        if (file == null) return shouldHaveFile(entry) ? Optional.of(Kind.MISSING) : Optional.empty();
        if (entry.video() == null) return hasSettled(file) ? Optional.of(Kind.NOT_IN_LIBRARY) : Optional.empty();
        return differenceOf(entry, file, pictures);
    }

    private Optional<Kind> differenceOf(Entry entry, Shelf.Item file, Pictures pictures) {
        Entry.InLibrary video = entry.video();
        boolean sameSize = video.bytes() == file.bytes();
        if (video.is(Reasons.UNREADABLE) && sameSize) return Optional.of(Kind.UNREADABLE);
        if (video.is(Reasons.CHANGED) && sameSize) return Optional.of(Kind.CHANGED);
        boolean suspicious = !sameSize || video.failed() || !entry.isCertain();
        if (suspicious && shelf.shape(file) == Mp4Shape.UNFINISHED) return Optional.of(Kind.UNFINISHED);
        if (video.failed() || video.isStrange()) return Optional.of(Kind.BACK);
        if (!sameSize) return Optional.of(Kind.SIZE);
        if (entry.lacksChecksum() && entry.endedAt().plus(FINGERPRINTED).isBefore(now))
            return Optional.of(Kind.NO_CHECKSUM);
        if (video.thumbnail() && !pictures.thumbnail()) return Optional.of(Kind.NO_THUMBNAIL);
        return video.strip() && !pictures.strip() ? Optional.of(Kind.NO_STRIP) : Optional.empty();
    }

    private void unknown(Shelf.Item file) {
        Matcher place = IN_A_CLUB.matcher(file.file());
        if (catalogue.isArriving(file.file())) return;
        if (beingWritten.contains(file.file()) || !hasSettled(file)) return;
        if (!place.matches() || !catalogue.clubs().contains(UUID.fromString(place.group(1)))) {
            differences.add(Difference.of(Kind.STRAY, null, file.file()));
            return;
        }
        String name = place.group(2);
        boolean unfinished = name.endsWith(".crash") || shelf.shape(file) == Mp4Shape.UNFINISHED;
        Kind kind = name.endsWith(".unreadable") ? Kind.REMAINS : unfinished ? Kind.UNFINISHED : Kind.UNKNOWN;
        differences.add(Difference.of(
                kind, UUID.fromString(place.group(1)), file.file().replaceFirst("\\.crash\\.mp4$", ".mp4")));
    }

    /** What is being copied into place is no file yet. */
    private boolean hasSettled(Shelf.Item file) {
        return file.changedAt().plus(SETTLED).isBefore(now);
    }

    private static boolean isDeleted(Entry entry) {
        return entry.video() != null && entry.video().deleted();
    }

    private static boolean shouldHaveFile(Entry entry) {
        return entry.video() != null
                && !entry.video().away()
                && (!entry.video().failed() || entry.video().is(Reasons.MISSING));
    }

    private static Difference remainsOf(Entry entry) {
        return new Difference(Kind.REMAINS, entry.id(), entry.clubId(), sibling(entry, "unreadable"), entry.title());
    }

    private static String sibling(Entry entry, String kind) {
        return entry.file().replaceFirst("\\.mp4$", "." + kind + ".mp4");
    }
}
