package club.courtside.upload.target;

import club.courtside.settings.Setting;
import java.net.URI;
import java.util.Optional;

/**
 * Where the bucket is, and who we are there.
 *
 * @param endpoint null is AWS
 * @param prefix of the names of all objects; may be empty
 */
record BucketAccount(URI endpoint, String region, String bucket, String accessKey, String secretKey, String prefix) {

    /** Empty when something is missing that has no default. */
    static Optional<BucketAccount> of(TargetSettings settings) {
        Optional<String> bucket = settings.get(Setting.S3_BUCKET);
        Optional<String> accessKey = settings.get(Setting.S3_ACCESS_KEY);
        Optional<String> secretKey = settings.get(Setting.S3_SECRET_KEY);
        if (bucket.isEmpty() || accessKey.isEmpty() || secretKey.isEmpty()) return Optional.empty();
        return Optional.of(new BucketAccount(
                settings.address(Setting.S3_ENDPOINT).orElse(null),
                settings.get(Setting.S3_REGION).orElseThrow(),
                bucket.get(),
                accessKey.get(),
                secretKey.get(),
                settings.get(Setting.S3_PREFIX).orElse("").replaceFirst("^/+", "")));
    }

    /** For people. */
    String address() {
        return (endpoint == null ? "s3:/" : endpoint) + "/" + bucket + (prefix.isEmpty() ? "" : "/" + prefix);
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return address();
    }
}
