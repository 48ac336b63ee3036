package club.courtside.platform;

import java.time.Duration;
import java.util.Optional;

/** What somebody asked for cannot be done; the API answers the {@link Problem}, a page shows its detail. */
public final class ProblemException extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private final transient Problem problem;
    private final Duration retryAfter;

    public ProblemException(Problem problem) {
        this(problem, null);
    }

    private ProblemException(Problem problem, Duration retryAfter) {
        super(problem.detail());
        this.problem = problem;
        this.retryAfter = retryAfter;
    }

    /** Wrong input. */
    public static ProblemException badRequest(String field, String detail) {
        return new ProblemException(new Problem(null, null, 400, detail, field, null));
    }

    public static ProblemException notSignedIn(String detail) {
        return new ProblemException(Problem.of(401, detail));
    }

    /** One may see it, but not do that. */
    public static ProblemException forbidden(String detail) {
        return new ProblemException(Problem.of(403, detail));
    }

    /** There is none, or whoever asks may not know of it. */
    public static ProblemException notFound(String detail) {
        return new ProblemException(Problem.of(404, detail));
    }

    public static ProblemException conflict(String detail) {
        return new ProblemException(Problem.of(409, detail));
    }

    /** What stands against it is the value of that field. */
    public static ProblemException conflict(String field, String detail) {
        return new ProblemException(new Problem(null, null, 409, detail, field, null));
    }

    /** Well formed, but not usable: a camera without video, a file that is no video. */
    public static ProblemException unusable(String field, String reason, String detail) {
        return new ProblemException(new Problem(null, null, 422, detail, field, reason));
    }

    public static ProblemException tooMany(String detail, Duration retryAfter) {
        return new ProblemException(Problem.of(429, detail), retryAfter);
    }

    public static ProblemException unavailable(String detail, Duration retryAfter) {
        return new ProblemException(Problem.of(503, detail), retryAfter);
    }

    public Problem problem() {
        return problem;
    }

    public int status() {
        return problem.status();
    }

    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }
}
