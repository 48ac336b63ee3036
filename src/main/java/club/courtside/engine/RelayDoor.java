package club.courtside.engine;

import club.courtside.engine.api.RelayAnswer;
import club.courtside.engine.api.RelayLogin;
import club.courtside.media.relay.Admission;
import club.courtside.media.relay.Login;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Predicate;

/**
 * Asks whoever reads the events who may read from the relay. Who was welcome need not be asked again for a minute; who was
 * not is asked about each time, because that may change at once: a player opens a session.
 */
final class RelayDoor implements Admission {

    static final Duration REMEMBERED = Duration.ofMinutes(1);
    private static final long PATIENCE_SECONDS = 10;
    private static final int MOST_WAITING = 64;
    private static final int MOST_REMEMBERED = 10_000;

    private record Question(String id, CompletableFuture<Decision> answer) {}

    private record Welcome(Decision decision, long until) {}

    private static final Decision NOBODY_TO_ASK = new Decision(Verdict.NOBODY_TO_ASK);

    private final Predicate<RelayLogin> asking;
    private final LongSupplier nanos;
    private final byte[] salt = new byte[16];
    private final Map<String, Welcome> welcome = new ConcurrentHashMap<>();
    /** By what they show, so that the same login at the same time is one question. */
    private final Map<String, Question> waiting = new ConcurrentHashMap<>();

    /**
     * @param asking hands a question on; false when nobody is there to answer
     * @param nanos monotonic, as {@link System#nanoTime()}
     */
    RelayDoor(Predicate<RelayLogin> asking, LongSupplier nanos) {
        this.asking = asking;
        this.nanos = nanos;
        new SecureRandom().nextBytes(salt);
    }

    @Override
    public CompletionStage<Decision> ask(Login login) {
        String shown = fingerprint(login);
        Welcome known = welcome.get(shown);
        if (known != null && nanos.getAsLong() - known.until() < 0)
            return CompletableFuture.completedFuture(known.decision());
        if (waiting.size() >= MOST_WAITING) return CompletableFuture.completedFuture(NOBODY_TO_ASK);
        var fresh = new Question(UUID.randomUUID().toString(), new CompletableFuture<>());
        Question asked = waiting.computeIfAbsent(shown, any -> fresh);
        if (asked == fresh) put(shown, login, fresh);
        return asked.answer();
    }

    private void put(String shown, Login login, Question question) {
        question.answer().completeOnTimeout(NOBODY_TO_ASK, PATIENCE_SECONDS, TimeUnit.SECONDS);
        question.answer().whenComplete((decision, failure) -> {
            waiting.remove(shown);
            if (decision.verdict() == Verdict.WELCOME) remember(shown, decision);
        });
        var words = new RelayLogin(
                question.id(), login.path(), login.username(), login.password(), login.token(), login.address());
        if (!asking.test(words)) question.answer().complete(NOBODY_TO_ASK);
    }

    private void remember(String shown, Decision decision) {
        if (welcome.size() >= MOST_REMEMBERED) welcome.clear();
        welcome.values().removeIf(known -> nanos.getAsLong() - known.until() >= 0);
        welcome.put(shown, new Welcome(decision, nanos.getAsLong() + REMEMBERED.toNanos()));
    }

    /** They are asked about again when they come back. */
    void forget(String who) {
        welcome.values().removeIf(known -> Objects.equals(known.decision().who(), who));
    }

    void answer(String id, RelayAnswer given) {
        if (given.verdict() == null) throw Problem.badRequest("a verdict is missing");
        CompletableFuture<Decision> answer = waiting.values().stream()
                .filter(question -> question.id().equals(id))
                .map(Question::answer)
                .findFirst()
                .orElseThrow(() -> Problem.unknown("login " + id));
        answer.complete(new Decision(Verdict.valueOf(given.verdict().name()), given.who()));
    }

    /** Passwords are not kept. */
    private String fingerprint(Login login) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(salt);
            for (String part :
                    new String[] {login.path(), login.username(), login.password(), login.token(), login.address()}) {
                byte[] bytes = part == null ? new byte[0] : part.getBytes(StandardCharsets.UTF_8);
                digest.update((byte) (part == null ? 0 : 1));
                digest.update(new byte[] {(byte) (bytes.length >> 8), (byte) bytes.length});
                digest.update(bytes);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
