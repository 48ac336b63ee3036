package club.courtside.library.arrival;

import club.courtside.account.Caller;
import club.courtside.account.Role;
import club.courtside.court.Club;
import club.courtside.court.CourtAccess;
import club.courtside.platform.CurrentSettings;
import club.courtside.platform.Problem;
import club.courtside.platform.ProblemException;
import club.courtside.session.DiskSpace;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Receives video files piece by piece (tus 1.0, https://tus.io/protocols/resumable-upload). Whatever has come stays, however
 * the connection ended. Who may upload: whoever runs the club that the video shall belong to.
 */
@ApplicationScoped
public class Intake {

    private static final int AT_ONCE = 1 << 17;
    private static final long LOOK_AT_THE_DISK_EVERY = 64 << 20;

    private final CourtAccess courts;
    private final ArrivalLedger ledger;
    private final ArrivalFiles files;
    private final ArrivalRequests requests;
    private final DiskSpace disk;
    private final CurrentSettings settings;
    private final Map<UUID, ArrivingFile> arriving = new ConcurrentHashMap<>();

    @Inject
    public Intake(
            CourtAccess courts,
            ArrivalLedger ledger,
            ArrivalFiles files,
            ArrivalRequests requests,
            DiskSpace disk,
            CurrentSettings settings) {
        this.courts = courts;
        this.ledger = ledger;
        this.files = files;
        this.requests = requests;
        this.disk = disk;
        this.settings = settings;
    }

    protected Intake() {
        this(null, null, null, null, null, null);
    }

    /** @throws ProblemException 403 */
    static void refusePlayers(Caller caller) {
        if (caller.role() == Role.PLAYER)
            throw ProblemException.forbidden("only administrators of a club may upload videos into it");
    }

    /**
     * @param clubId null when the caller runs only one
     * @throws ProblemException 400, 403, 404, 413 or 507
     */
    public ArrivalView announce(Caller caller, String clubId, ArrivalName name, long bytes) {
        refusePlayers(caller);
        Club club = clubId == null ? onlyClub(caller) : courts.clubToRun(caller, clubId);
        if (bytes <= 0)
            throw new ProblemException(new Problem(null, null, 400, "the file is empty", "Upload-Length", "empty"));
        if (bytes > settings.mostUploadBytes()) throw TooLarge.thanAllowed(bytes, settings.mostUploadBytes());
        disk.checkFor(club.id(), bytes + outstanding());
        return viewOf(ledger.announce(caller, club, name, bytes));
    }

    private Club onlyClub(Caller caller) {
        List<Club> own = courts.clubs(caller).stream()
                .filter(club -> caller.isAdminOf(club.id()))
                .toList();
        if (own.size() != 1) throw ProblemException.badRequest("club_id", "name the club that the video belongs to");
        return own.get(0);
    }

    /** What has still to come of all that was announced. */
    private long outstanding() {
        return ledger.in(ArrivalState.RECEIVING).stream()
                .mapToLong(arrival -> Math.max(0, arrival.bytes() - files.length(arrival.id())))
                .sum();
    }

    /** @throws ProblemException 404 */
    public ArrivalView view(Caller caller, UUID id) {
        return viewOf(ledger.own(caller, id));
    }

    /** Empty also when it is long over. */
    public Optional<ArrivalView> find(Caller caller, UUID id) {
        return ledger.find(caller, id).map(this::viewOf);
    }

    /** @throws ProblemException 404, or 410 when it cannot go on */
    public ArrivalView unfinished(Caller caller, UUID id) {
        Arrival arrival = ledger.own(caller, id);
        ArrivalLedger.refuseIfGone(arrival);
        return viewOf(arrival);
    }

    /** The caller's own, the newest first. */
    public List<ArrivalView> list(Caller caller) {
        return ledger.own(caller).stream().map(this::viewOf).toList();
    }

    private ArrivalView viewOf(Arrival arrival) {
        boolean receiving = arrival.isReceiving();
        return new ArrivalView(
                arrival.id(),
                arrival.club().id(),
                arrival.name().text(),
                arrival.bytes(),
                receiving ? files.length(arrival.id()) : arrival.bytes(),
                arrival.state(),
                arrival.reason(),
                arrival.state() == ArrivalState.DONE ? arrival.id() : null,
                arrival.createdAt(),
                receiving ? arrival.expiresAt(settings.uploadPatience()) : null);
    }

    /**
     * @param offset of the first byte
     * @param length how many bytes are announced, -1 when it is not known
     * @param checksum what they must add up to; null when nobody says
     * @return as it is afterwards; when the sender left, what came before that is here
     * @throws ProblemException 404, 409, 410, 413, 460 or 507
     */
    public ArrivalView receive(
            Caller caller, UUID id, long offset, long length, UploadChecksum checksum, InputStream content) {
        Arrival arrival = ledger.own(caller, id);
        ArrivalLedger.refuseIfGone(arrival);
        if (!arrival.isReceiving()) {
            if (offset == arrival.bytes() && length <= 0) return viewOf(arrival);
            throw ProblemException.conflict("Upload-Offset", "all of this upload is here");
        }
        ArrivingFile file =
                arriving.computeIfAbsent(id, unknown -> new ArrivingFile(files.of(unknown), arrival.bytes()));
        try {
            Object writer = new Object();
            file.begin(offset, writer);
            file.checkLength(offset + Math.max(0, length));
            if (checksum == null) copy(content, some -> file.write(writer, some));
            else receiveChecked(id, file, writer, checksum, content, length);
            file.sync();
            ledger.continued(id);
            if (file.isWhole()) complete(id);
        } catch (IOException e) {
            throw new UncheckedIOException("an arriving file cannot be written", e);
        }
        return view(caller, id);
    }

    /**
     * A file that comes at once; nothing of it stays when it does not come to its end.
     *
     * @param clubId null when the caller runs only one
     * @throws ProblemException 400, 403, 404, 413, 429 or 507
     */
    ArrivalView take(Caller caller, String clubId, ArrivalName name, InputStream content) throws IOException {
        return view(caller, take(content, bytes -> announce(caller, clubId, name, bytes)
                .id()));
    }

    /** Announces what came at once when its length is known. */
    public interface Announcing {

        /** @return of the arrival that it is, which need not be a new one */
        UUID announce(long bytes);
    }

    /**
     * The same for an arrival that somebody else announces.
     *
     * @throws ProblemException 400 when it is empty
     */
    public UUID take(InputStream content, Announcing announcing) throws IOException {
        Path here = files.unproved(UUID.randomUUID());
        try {
            try (FileChannel out = FileChannel.open(here, StandardOpenOption.WRITE)) {
                content.transferTo(Channels.newOutputStream(out));
                out.force(false);
            }
            long bytes = Files.size(here);
            if (bytes == 0)
                throw new ProblemException(new Problem(null, null, 400, "the file is empty", "file", "empty"));
            UUID id = announcing.announce(bytes);
            put(here, id);
            return id;
        } finally {
            Files.deleteIfExists(here);
        }
    }

    /** Unless all of it is here already: the same may be sent twice. */
    private synchronized void put(Path whole, UUID id) throws IOException {
        if (!ledger.isReceiving(id)) return;
        ArrivingFile inPieces = arriving.remove(id);
        if (inPieces != null) inPieces.leave();
        files.move(whole, files.of(id));
        complete(id);
    }

    private void complete(UUID id) {
        ledger.complete(id);
        arriving.remove(id);
        requests.ask();
    }

    /** Not a byte of it is believed before all of it is here and right. */
    private void receiveChecked(
            UUID id, ArrivingFile file, Object writer, UploadChecksum checksum, InputStream content, long length)
            throws IOException {
        Path chunk = files.unproved(id);
        try (var out = Files.newByteChannel(chunk, StandardOpenOption.WRITE)) {
            MessageDigest digest = checksum.digest();
            long received = copy(content, some -> {
                file.checkLength(file.length() + out.position() + some.remaining());
                digest.update(some.duplicate());
                while (some.hasRemaining()) out.write(some);
            });
            if (length >= 0 && received < length) return;
            checksum.check(digest);
            file.append(writer, chunk);
        } finally {
            Files.deleteIfExists(chunk);
        }
    }

    private interface Piece {
        void take(ByteBuffer some) throws IOException;
    }

    /** Until the end, or until the sender is gone. */
    private long copy(InputStream content, Piece to) throws IOException {
        byte[] buffer = new byte[AT_ONCE];
        long received = 0;
        long looked = -LOOK_AT_THE_DISK_EVERY;
        for (int read = read(content, buffer); read > 0; read = read(content, buffer)) {
            if (received - looked >= LOOK_AT_THE_DISK_EVERY) {
                disk.checkReserve();
                looked = received;
            }
            to.take(ByteBuffer.wrap(buffer, 0, read));
            received += read;
        }
        return received;
    }

    /** -1 also when the connection broke. */
    private static int read(InputStream content, byte[] buffer) {
        try {
            return content.read(buffer);
        } catch (IOException gone) {
            return -1;
        }
    }

    /**
     * Gives it up, or forgets what has become of it; a video that it has become stays.
     *
     * @throws ProblemException 404, or 409 while it is being looked at
     */
    public void cancel(Caller caller, UUID id) {
        Arrival arrival = ledger.own(caller, id);
        if (arrival.state() == ArrivalState.EXAMINING)
            throw ProblemException.conflict("all of it is here and being looked at; delete the video afterwards");
        forget(id);
        ledger.remove(id);
    }

    /** Gives up those for which nothing came for too long, and tidies up. */
    void expire() {
        ledger.expire().forEach(this::forget);
    }

    /** A crash may have come between the last byte and its being written down. */
    void findWhole() {
        for (Arrival arrival : ledger.in(ArrivalState.RECEIVING))
            if (files.length(arrival.id()) == arrival.bytes()) ledger.complete(arrival.id());
    }

    private void forget(UUID id) {
        ArrivingFile file = arriving.remove(id);
        if (file != null) file.leave();
        files.delete(id);
    }
}
