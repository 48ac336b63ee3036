package club.courtside.library;

import club.courtside.court.CameraEngine;
import club.courtside.court.Club;
import club.courtside.court.Clubs;
import club.courtside.engine.api.MediaInfo;
import club.courtside.engine.client.EngineException;
import club.courtside.library.inventory.Fingerprint;
import club.courtside.library.inventory.Mp4Date;
import club.courtside.platform.DataFolder;
import club.courtside.platform.Problem;
import club.courtside.platform.ProblemException;
import club.courtside.session.DiskSpace;
import club.courtside.session.RecordingName;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.text.Normalizer;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;

/**
 * Takes files from elsewhere into a club's library. A file's name there ends with the beginning of its SHA-256, so that whoever
 * imports the same folder again, also under other names, imports nothing twice.
 */
@ApplicationScoped
public class Imports {

    private static final int DIGITS = 24;

    private final Clubs clubs;
    private final Videos videos;
    private final VideoLedger ledger;
    private final DataFolder data;
    private final CameraEngine engine;
    private final DiskSpace disk;
    private final Clock clock;

    @Inject
    public Imports(
            Clubs clubs,
            Videos videos,
            VideoLedger ledger,
            DataFolder data,
            CameraEngine engine,
            DiskSpace disk,
            Clock clock) {
        this.clubs = clubs;
        this.videos = videos;
        this.ledger = ledger;
        this.data = data;
        this.engine = engine;
        this.disk = disk;
        this.clock = clock;
    }

    protected Imports() {
        this(null, null, null, null, null, null, null);
    }

    /**
     * @param club id or short name
     * @param moving whether the file goes away where it was, once it is in the library
     * @return whether it is new there
     * @throws ProblemException 404 without such a club, 422 that says why the file is not taken, 507 without room for it
     */
    public boolean take(String club, Path file, boolean moving) throws IOException {
        Club into =
                clubs.byIdOrSlug(club).orElseThrow(() -> ProblemException.notFound("there is no club '" + club + "'"));
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) throw refused("Courtside's user cannot read it");
        Path where = file.toRealPath();
        if (where.startsWith(data.root().toRealPath())
                || where.startsWith(data.videos().toRealPath()))
            throw refused("it lies in Courtside's own data folder");
        OtherContainer.of(file).ifPresent(other -> {
            throw refused("it is no MP4, but " + other.remedy(file));
        });
        MediaInfo found = probe(file);
        String mark = Fingerprint.of(file).substring(0, DIGITS);
        boolean fresh = known(into, mark).isEmpty();
        if (fresh) shelve(into, file, mark, found, moving);
        if (moving) Files.deleteIfExists(file);
        return fresh;
    }

    private static ProblemException refused(String why) {
        return ProblemException.unusable(null, null, why);
    }

    private MediaInfo probe(Path file) {
        try {
            MediaInfo found = engine.client().probe(file.toAbsolutePath().toString());
            if (found.video() == null) throw refused("it has no picture");
            return found;
        } catch (EngineException e) {
            if (e.isUnavailable()) throw e;
            throw refused("it is no video: " + e.reason().message());
        }
    }

    /** Its file, when the library has it already. */
    private Optional<String> known(Club club, String mark) throws IOException {
        try (var all = Files.list(data.videos(club.id()))) {
            return all.map(file -> relative(club, file.getFileName().toString()))
                    .filter(file -> file.endsWith("-" + mark + ".mp4"))
                    .filter(file -> videos.withFile(file).isPresent())
                    .findFirst();
        }
    }

    private static String relative(Club club, String name) {
        return "videos/" + club.id() + "/" + name;
    }

    private void shelve(Club club, Path file, String mark, MediaInfo found, boolean moving) throws IOException {
        Instant filmed = Mp4Date.of(file, clock.instant().plus(1, ChronoUnit.DAYS))
                .orElse(Files.getLastModifiedTime(file).toInstant());
        String title = title(file);
        String name = (pathSafe(title) + "-" + mark + ".mp4").replaceAll("^-+", "");
        Path place = data.videos(club.id()).resolve(name);
        if (!moving || !moved(file, place)) copy(file, place);
        ledger.takeIn(club.id(), relative(club, name), title, filmed, found);
    }

    private static boolean moved(Path file, Path place) {
        try {
            Files.move(file, place, StandardCopyOption.ATOMIC_MOVE);
            return true;
        } catch (IOException otherDisk) {
            return false;
        }
    }

    /** It has its name when it is whole and on the disk. */
    private void copy(Path file, Path place) throws IOException {
        if (disk.free() - Files.size(file) < disk.reserved())
            throw new ProblemException(Problem.of(
                    507,
                    String.format(
                            Locale.ROOT,
                            "the disk is too full: %.1f GB are free, of which %.1f GB are reserved for recordings",
                            disk.free() / 1e9,
                            disk.reserved() / 1e9)));
        Path draft = place.resolveSibling(place.getFileName() + ".part");
        try {
            Files.copy(file, draft, StandardCopyOption.REPLACE_EXISTING);
            try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            Files.move(draft, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    /** The file's name, as far as it can be a title. */
    static String title(Path file) {
        String name = file.getFileName().toString().replaceFirst("\\.[A-Za-z0-9]{1,5}$", "");
        String clean = Normalizer.normalize(name, Normalizer.Form.NFC)
                .replaceAll("\\p{Cntrl}|\uFFFD|\\.\\./|\\.\\.\\\\", " ")
                .replace('_', ' ')
                .strip();
        if (clean.isEmpty()) return "Video";
        int end = Math.min(clean.length(), RecordingName.LONGEST);
        return clean.substring(0, Character.isHighSurrogate(clean.charAt(end - 1)) ? end - 1 : end)
                .strip();
    }

    private static String pathSafe(String title) {
        String plain = Normalizer.normalize(title, Normalizer.Form.NFD).replaceAll("[^A-Za-z0-9]+", "-");
        return plain.substring(0, Math.min(plain.length(), 60)).replaceAll("^-+|-+$", "");
    }
}
