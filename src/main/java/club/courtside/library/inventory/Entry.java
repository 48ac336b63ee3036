package club.courtside.library.inventory;

import java.time.Instant;
import java.util.UUID;

/**
 * One line of the catalogue: a recording and, if it has one, its video; or a video that was not recorded here.
 *
 * @param file relative to the data folder, with slashes
 * @param runningSince when it was asked for, if the recording is not over; else null
 * @param endedAt null while it runs, and for what was not recorded here
 * @param video null when the library has none
 */
public record Entry(
        UUID id,
        UUID clubId,
        String file,
        String title,
        Instant runningSince,
        Instant endedAt,
        Certificate certificate,
        InLibrary video) {

    /**
     * What is certified of a recording's file.
     *
     * @param bytes as recorded
     * @param sha256 null while it is not known
     * @param clean it ended in good order
     */
    public record Certificate(long bytes, String sha256, boolean clean) {}

    /**
     * @param failed shown as failed
     * @param reason one of {@link Reasons}, null when all is well
     * @param away its file lies elsewhere alone
     */
    public record InLibrary(
            boolean failed,
            String reason,
            long bytes,
            boolean deleted,
            boolean thumbnail,
            boolean strip,
            boolean away) {

        /** Not what it should be; to be converted is no such thing. */
        boolean isStrange() {
            return reason != null && !is(Reasons.UNCONVERTED);
        }

        boolean is(String wanted) {
            return wanted.equals(reason);
        }
    }

    boolean isRunning() {
        return runningSince != null;
    }

    /** Completed, with a file, and nobody knows its fingerprint. */
    boolean lacksChecksum() {
        return certificate != null && certificate.bytes() > 0 && certificate.sha256() == null && endedAt != null;
    }

    /** A file of the right size whose end is certified need not be opened. */
    boolean isCertain() {
        return certificate == null || certificate.clean() && certificate.sha256() != null;
    }
}
