package club.courtside.upload;

import club.courtside.court.CameraEngine;
import club.courtside.engine.client.EngineException;
import club.courtside.library.Video;
import club.courtside.library.VideoFiles;
import club.courtside.library.VideoType;
import club.courtside.session.Recording;
import club.courtside.session.Recordings;
import club.courtside.upload.target.Parcel;
import club.courtside.upload.target.UploadFailure;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Makes ready what is sent: nothing goes out before its file was looked at. */
@ApplicationScoped
public class Parcels {

    private static final int AT_ONCE = 1 << 16;

    private final VideoFiles files;
    private final Recordings recordings;
    private final UploadLedger ledger;
    private final CameraEngine engine;
    private final Compression compression;

    @Inject
    public Parcels(
            VideoFiles files,
            Recordings recordings,
            UploadLedger ledger,
            CameraEngine engine,
            Compression compression) {
        this.compression = compression;
        this.files = files;
        this.recordings = recordings;
        this.ledger = ledger;
        this.engine = engine;
    }

    protected Parcels() {
        this(null, null, null, null, null);
    }

    /**
     * @throws UploadFailure when its file is not as it should be
     * @throws EngineException unavailable, when nobody can look at it now
     */
    Parcel of(Upload upload, Parcel.Journey journey) {
        Video video = upload.video();
        Path file = fileOf(upload);
        long bytes = size(file);
        String sha256 = upload.sha256();
        if (sha256 == null || bytes != upload.bytes()) {
            sha256 = fingerprint(file, journey);
            if (size(file) != bytes) throw UploadFailure.passing("file_changed", "the file has just been replaced");
            refuseIfDamaged(video, bytes, sha256);
            refuseIfUnreadable(file);
            ledger.examined(upload.id(), bytes, sha256);
        }
        return parcel(upload, file, bytes, sha256, journey);
    }

    private Path fileOf(Upload upload) {
        try {
            return compression.fileOf(upload);
        } catch (IOException missing) {
            throw UploadFailure.lasting("file_missing", "the file of the video is missing");
        }
    }

    private static Parcel parcel(Upload upload, Path file, long bytes, String sha256, Parcel.Journey journey) {
        Video video = upload.video();
        return new Parcel(
                upload.id(),
                upload.key(),
                video.club().id(),
                video.id(),
                file,
                bytes,
                sha256,
                upload.fileName(),
                video.title(),
                VideoType.of(file),
                upload.wish(),
                journey);
    }

    /** One that is not sent any more: its file may be gone. */
    Parcel remains(Upload upload, Parcel.Journey journey) {
        return parcel(upload, files.of(upload.video()), upload.bytes(), upload.sha256(), journey);
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException missing) {
            throw UploadFailure.lasting("file_missing", "the file of the video is missing");
        }
    }

    private static String fingerprint(Path file, Parcel.Journey journey) {
        try (InputStream in = Files.newInputStream(file)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] some = new byte[AT_ONCE];
            for (int read = in.read(some); read >= 0; read = in.read(some)) {
                digest.update(some, 0, read);
                journey.reached(0);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException e) {
            throw UploadFailure.passing("file_unreadable", "the file of the video cannot be read");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** A recording is what its certificate says, unless the library knows that somebody has changed it. */
    private void refuseIfDamaged(Video video, long bytes, String sha256) {
        if (video.reason() != null) return;
        boolean damaged = recordings
                .find(video.id())
                .map(Recording::sha256)
                .filter(certified -> bytes == video.bytes() && !certified.equalsIgnoreCase(sha256))
                .isPresent();
        if (damaged) throw UploadFailure.lasting("file_damaged", "the file is not the one that was recorded");
    }

    private void refuseIfUnreadable(Path file) {
        try {
            if (engine.client().probe(file.toString()).video() == null)
                throw UploadFailure.lasting("file_unreadable", "there is no picture in the file");
        } catch (EngineException e) {
            if (e.isUnavailable()) throw e;
            throw UploadFailure.lasting("file_unreadable", "the file cannot be played: " + e.getMessage());
        }
    }
}
