package club.courtside.upload.target;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.presigner.model.GetObjectPresignRequest;

/**
 * Addresses of what lies in the bucket. Whoever has one needs no key of ours, until its time is over; the bucket answers ranges,
 * so that a player can seek.
 */
@ApplicationScoped
public class BucketLinks {

    /** No store takes an address that was signed for longer (Signature Version 4). */
    public static final Duration LONGEST = Duration.ofDays(7);

    private final BucketDoor door;

    @Inject
    public BucketLinks(BucketDoor door) {
        this.door = door;
    }

    protected BucketLinks() {
        this(null);
    }

    /** Whether there is a bucket. */
    public boolean isSetUp() {
        return door.ifSetUp().isPresent();
    }

    /**
     * To play it in a browser.
     *
     * @param objectKey what {@link Delivery#remoteId()} was
     * @param mediaType that the bucket says it is
     * @param validity at most {@link #LONGEST}
     */
    public URI watch(String objectKey, String mediaType, Duration validity) {
        return signed(objectKey, mediaType, "inline", validity);
    }

    /**
     * To keep it as a file.
     *
     * @param objectKey what {@link Delivery#remoteId()} was
     * @param validity at most {@link #LONGEST}
     */
    public URI download(String objectKey, String fileName, Duration validity) {
        return signed(objectKey, null, attachment(fileName), validity);
    }

    /** RFC 6266: a plain name for all, the right one for those who know more than ASCII. */
    private static String attachment(String fileName) {
        String plain = fileName.replaceAll("[^ -~]|[\"\\\\]", "_");
        String right = URLEncoder.encode(fileName, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A");
        return "attachment; filename=\"" + plain + "\"; filename*=UTF-8''" + right;
    }

    private URI signed(String objectKey, String mediaType, String disposition, Duration validity) {
        if (validity.isNegative() || validity.isZero() || validity.compareTo(LONGEST) > 0)
            throw new IllegalArgumentException("a link is valid for up to " + LONGEST.toDays() + " days");
        String bucket = door.account().bucket();
        GetObjectPresignRequest request = GetObjectPresignRequest.builder()
                .signatureDuration(validity)
                .getObjectRequest(object -> object.bucket(bucket)
                        .key(objectKey)
                        .responseContentType(mediaType)
                        .responseContentDisposition(disposition))
                .build();
        return URI.create(door.signer().presignGetObject(request).url().toString());
    }

    /**
     * Whether the bucket has it, as it was sent.
     *
     * @param sha256 in hex
     * @throws UploadFailure when it cannot be asked
     */
    public boolean holds(String objectKey, long bytes, String sha256) {
        return door.head(objectKey)
                .filter(object -> Objects.equals(object.contentLength(), bytes))
                .map(HeadObjectResponse::metadata)
                .filter(metadata -> sha256.equalsIgnoreCase(metadata.get(Bucket.SHA256)))
                .isPresent();
    }

    /**
     * Done twice it does no harm.
     *
     * @throws UploadFailure when it is still there
     */
    public void delete(String objectKey) {
        String bucket = door.account().bucket();
        door.ask(client -> client.deleteObject(object -> object.bucket(bucket).key(objectKey)));
    }
}
