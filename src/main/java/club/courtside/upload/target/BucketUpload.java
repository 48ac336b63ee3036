package club.courtside.upload.target;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.util.Optional;

/**
 * An object that comes into a bucket in parts; what is kept of it over a crash.
 *
 * @param at which bucket
 * @param id that the bucket has given it
 * @param sums whether the bucket tells the MD5 of what it has: not where it encrypts with keys of somebody else
 */
record BucketUpload(String at, String key, String id, String sha256, boolean sums) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Empty when there was none, or it was of something else. */
    static Optional<BucketUpload> of(String memory, String at, String key, String sha256) {
        try {
            return Optional.ofNullable(memory == null ? null : JSON.readValue(memory, BucketUpload.class))
                    .filter(upload -> upload.id != null && at.equals(upload.at) && key.equals(upload.key))
                    .filter(upload -> upload.sha256 != null && upload.sha256.equals(sha256));
        } catch (JsonProcessingException other) {
            return Optional.empty();
        }
    }

    String memory() {
        try {
            return JSON.writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
