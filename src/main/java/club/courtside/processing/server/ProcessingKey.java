package club.courtside.processing.server;

import club.courtside.platform.CurrentSettings;
import club.courtside.platform.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/** What opens the processing server: {@code COURTSIDE_PROCESSING_KEY}, sent as {@code Authorization: Bearer}. */
@ApplicationScoped
public class ProcessingKey {

    private static final String BEARER = "Bearer ";

    private final CurrentSettings settings;

    @Inject
    public ProcessingKey(CurrentSettings settings) {
        this.settings = settings;
    }

    protected ProcessingKey() {
        this(null);
    }

    /**
     * @param authorization the header, or null
     * @throws ProblemException 404 when no key would open it, 401 when the right one would
     */
    void check(String authorization) {
        String key = settings.processingKey()
                .orElseThrow(() -> ProblemException.notFound("there is nothing at this address"));
        if (authorization == null
                || !authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())
                || !isSame(key, authorization.substring(BEARER.length()).strip()))
            throw ProblemException.notSignedIn("send COURTSIDE_PROCESSING_KEY as Authorization: Bearer");
    }

    /** However much of it is right, the answer takes as long. */
    private static boolean isSame(String key, String given) {
        return MessageDigest.isEqual(given.getBytes(StandardCharsets.UTF_8), key.getBytes(StandardCharsets.UTF_8));
    }
}
