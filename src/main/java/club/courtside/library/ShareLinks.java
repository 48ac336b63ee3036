package club.courtside.library;

import club.courtside.platform.DataFolder;
import club.courtside.platform.SecretFile;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What stands in a shared link: the share's id and a signature, so that nobody can make one, and a stolen database opens
 * nothing. The same each time, so that it can be copied again.
 */
@ApplicationScoped
public class ShareLinks {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int KEY_BYTES = 32;
    private static final int ID_BYTES = 16;
    private static final int SIGNATURE_BYTES = 16;

    private final byte[] key;

    @Inject
    public ShareLinks(DataFolder data) {
        this(SecretFile.key(data.keys().resolve("share.key"), KEY_BYTES));
    }

    ShareLinks(byte[] key) {
        this.key = key;
    }

    protected ShareLinks() {
        this((byte[]) null);
    }

    String tokenOf(UUID shareId) {
        byte[] id = bytes(shareId);
        ByteBuffer token =
                ByteBuffer.allocate(ID_BYTES + SIGNATURE_BYTES).put(id).put(signature(id));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(token.array());
    }

    /** Within the application. */
    String pathOf(UUID shareId) {
        return "/s/" + tokenOf(shareId);
    }

    /** Empty when we did not make it. */
    Optional<UUID> shareOf(String token) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(token);
            if (bytes.length != ID_BYTES + SIGNATURE_BYTES) return Optional.empty();
            byte[] id = Arrays.copyOf(bytes, ID_BYTES);
            byte[] signature = Arrays.copyOfRange(bytes, ID_BYTES, bytes.length);
            if (!MessageDigest.isEqual(signature, signature(id))) return Optional.empty();
            ByteBuffer numbers = ByteBuffer.wrap(id);
            return Optional.of(new UUID(numbers.getLong(), numbers.getLong()));
        } catch (IllegalArgumentException noBase64) {
            return Optional.empty();
        }
    }

    private static byte[] bytes(UUID id) {
        return ByteBuffer.allocate(ID_BYTES)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }

    private byte[] signature(byte[] id) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            return Arrays.copyOf(mac.doFinal(id), SIGNATURE_BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no " + ALGORITHM, e);
        }
    }
}
