package club.courtside.court;

import club.courtside.platform.DataFolder;
import club.courtside.platform.SecretFile;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** Keeps camera passwords encrypted in the database (AES-GCM); the key lies outside of it, in {@code keys/camera.key}. */
@ApplicationScoped
public class CameraSecrets {

    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final byte[] key;
    private final SecureRandom random = new SecureRandom();

    @Inject
    public CameraSecrets(DataFolder data) {
        this(SecretFile.key(data.keys().resolve("camera.key"), KEY_BYTES));
    }

    CameraSecrets(byte[] key) {
        this.key = key;
    }

    protected CameraSecrets() {
        this((byte[]) null);
    }

    /** Null stays null. */
    public String encrypt(String password) {
        if (password == null) return null;
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        byte[] sealed = apply(Cipher.ENCRYPT_MODE, nonce, password.getBytes(StandardCharsets.UTF_8));
        byte[] both = ByteBuffer.allocate(nonce.length + sealed.length)
                .put(nonce)
                .put(sealed)
                .array();
        return Base64.getEncoder().encodeToString(both);
    }

    /** Null when it has none. */
    public String passwordOf(Camera camera) {
        return decrypt(camera.encryptedPassword());
    }

    /** Null stays null. */
    public String decrypt(String encrypted) {
        if (encrypted == null) return null;
        ByteBuffer both = ByteBuffer.wrap(Base64.getDecoder().decode(encrypted));
        byte[] nonce = new byte[NONCE_BYTES];
        both.get(nonce);
        byte[] sealed = new byte[both.remaining()];
        both.get(sealed);
        return new String(apply(Cipher.DECRYPT_MODE, nonce, sealed), StandardCharsets.UTF_8);
    }

    private byte[] apply(int mode, byte[] nonce, byte[] content) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
            return cipher.doFinal(content);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("keys/camera.key does not fit the camera passwords in the database", e);
        }
    }
}
