package club.courtside.health;

import club.courtside.platform.DataFolder;
import club.courtside.platform.ProblemException;
import club.courtside.platform.SecretFile;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;

/**
 * What proves that a caller is a command on this machine: it can read {@code keys/local} in the data folder, and so
 * everything else there too.
 */
@ApplicationScoped
public class LocalKey {

    private static final int BYTES = 32;

    private final DataFolder data;

    @Inject
    public LocalKey(DataFolder data) {
        this.data = data;
    }

    protected LocalKey() {
        this(null);
    }

    /** The file is there before anybody asks. */
    void start(@Observes @Initialized(ApplicationScoped.class) Object event) {
        hex();
    }

    private String hex() {
        return HexFormat.of().formatHex(SecretFile.key(data.keys().resolve("local"), BYTES));
    }

    /** @throws ProblemException 404: for others there is nothing here */
    void check(String given) {
        byte[] right = hex().getBytes(StandardCharsets.US_ASCII);
        if (given == null || !MessageDigest.isEqual(given.getBytes(StandardCharsets.UTF_8), right))
            throw ProblemException.notFound("there is nothing at this address");
    }
}
