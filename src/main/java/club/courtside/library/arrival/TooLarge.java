package club.courtside.library.arrival;

import club.courtside.platform.Problem;
import club.courtside.platform.ProblemException;
import java.util.Locale;

/** More than is taken: 413, with the figures. */
final class TooLarge {

    private TooLarge() {}

    static ProblemException thanAllowed(long bytes, long most) {
        return of(
                String.format(Locale.ROOT, "the file has %.1f GB; at most %.1f GB are taken", bytes / 1e9, most / 1e9));
    }

    static ProblemException thanSaid(long bytes) {
        return of("more comes than the " + bytes + " bytes that were announced");
    }

    private static ProblemException of(String detail) {
        return new ProblemException(new Problem(null, null, 413, detail, "Upload-Length", "too_large"));
    }
}
