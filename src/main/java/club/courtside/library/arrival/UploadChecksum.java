package club.courtside.library.arrival;

import club.courtside.platform.Problem;
import club.courtside.platform.ProblemException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;

/**
 * What the bytes of one request must add up to: {@code Upload-Checksum} of tus.
 *
 * @param algorithm as Java calls it
 */
record UploadChecksum(String algorithm, byte[] expected) {

    /** The algorithms by their names in tus. */
    private static final Map<String, String> KNOWN = Map.of("sha1", "SHA-1", "sha256", "SHA-256", "md5", "MD5");

    static final String NAMES = "sha1,sha256,md5";
    private static final String HEADER = "Upload-Checksum";
    private static final int MISMATCH = 460;

    /** @throws ProblemException 400 */
    static UploadChecksum parse(String header) {
        String[] parts = header.strip().split(" +", 2);
        String algorithm = KNOWN.get(parts[0]);
        if (algorithm == null) throw ProblemException.badRequest(HEADER, "the algorithm is none of " + NAMES);
        try {
            return new UploadChecksum(algorithm, Base64.getDecoder().decode(parts.length < 2 ? "" : parts[1].strip()));
        } catch (IllegalArgumentException e) {
            throw ProblemException.badRequest(HEADER, "the checksum must be encoded in Base64");
        }
    }

    MessageDigest digest() {
        try {
            return MessageDigest.getInstance(algorithm);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has " + algorithm, e);
        }
    }

    /** @throws ProblemException 460 */
    void check(MessageDigest received) {
        if (!MessageDigest.isEqual(received.digest(), expected))
            throw new ProblemException(new Problem(
                    null, "Checksum Mismatch", MISMATCH, "what arrived is not what was sent", HEADER, null));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof UploadChecksum that
                && that.algorithm.equals(algorithm)
                && Arrays.equals(that.expected, expected);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(expected);
    }

    @Override
    public String toString() {
        return algorithm;
    }
}
