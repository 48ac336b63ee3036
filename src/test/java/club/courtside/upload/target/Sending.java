package club.courtside.upload.target;

import club.courtside.platform.CurrentSettings;
import club.courtside.platform.queue.Priority;
import club.courtside.settings.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Properties;
import java.util.Random;
import java.util.UUID;

/** A file that is sent again and again, until it is there: what it remembers is kept, as over a crash. */
final class Sending implements Parcel.Journey {

    private final Path file;
    private final Parcel parcel;
    private String memory;
    private long endsAt = Long.MAX_VALUE;

    /** @param bytes by chance, the same each time */
    Sending(Path folder, int bytes) throws IOException {
        byte[] content = new byte[bytes];
        new Random(7).nextBytes(content);
        file = Files.write(folder.resolve("file-" + bytes), content);
        parcel = new Parcel(
                UUID.randomUUID(),
                UUID.randomUUID().toString(),
                UUID.randomUUID(),
                UUID.randomUUID(),
                file,
                bytes,
                sha256(content),
                "Final été 2.mp4",
                "Final d'été",
                "video/mp4",
                new Parcel.Wish("base", Priority.NORMAL, false),
                this);
    }

    static TargetSettings settings(Map<String, String> environment, Path folder) {
        return new TargetSettings(new CurrentSettings(new Settings(new Properties(), environment, folder)));
    }

    static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    Parcel parcel() {
        return parcel;
    }

    /** {@code <club>/<video>/<name>} */
    String path() {
        return parcel.clubId() + "/" + parcel.videoId() + "/" + parcel.name();
    }

    byte[] content() throws IOException {
        return Files.readAllBytes(file);
    }

    /** As when Courtside ends after so many bytes. */
    Sending endingAt(long bytes) {
        endsAt = bytes;
        return this;
    }

    Sending goingOn() {
        return endingAt(Long.MAX_VALUE);
    }

    @Override
    public String memory() {
        return memory;
    }

    @Override
    public void remember(String words) {
        memory = words;
    }

    @Override
    public void reached(long bytes) {
        if (bytes >= endsAt) throw new InterruptedUpload();
    }

    @Override
    public boolean isWanted() {
        return true;
    }
}
