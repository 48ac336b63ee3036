package club.courtside.upload.target;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.hc.client5.http.classic.methods.HttpPut;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpHeaders;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.CreateMultipartUploadResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.NoSuchUploadException;
import software.amazon.awssdk.services.s3.model.Part;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.ServerSideEncryption;
import software.amazon.awssdk.services.s3.presigner.model.PresignedUploadPartRequest;

/**
 * A bucket of S3, or of any store that speaks its protocol. A file goes there in parts; after a crash only those that are
 * missing are sent. The bucket checks each part by its MD5, we check what it says of each part and of the whole.
 */
@ApplicationScoped
public class Bucket implements UploadTarget {

    private static final Logger LOG = Logger.getLogger(Bucket.class.getName());

    /** In the object's metadata, so that anybody can check the file; the bucket itself knows no sum of the whole. */
    static final String SHA256 = "sha256";

    /** Only until the request is there; the bytes may take longer. */
    private static final Duration SIGNED_FOR = Duration.ofHours(1);
    /** A line that damages every part is not asked for ever. */
    private static final int MOST_DAMAGED = 3;

    private static final ContentType BYTES = ContentType.APPLICATION_OCTET_STREAM;

    private final BucketDoor door;
    private final Line line;
    private final Bandwidth bandwidth;

    @Inject
    public Bucket(BucketDoor door, Line line, Bandwidth bandwidth) {
        this.door = door;
        this.line = line;
        this.bandwidth = bandwidth;
    }

    protected Bucket() {
        this(null, null, null);
    }

    @Override
    public TargetKind kind() {
        return TargetKind.BUCKET;
    }

    @Override
    public boolean isSetUp() {
        return door.ifSetUp().isPresent();
    }

    @Override
    public String address() {
        return door.ifSetUp().map(BucketAccount::address).orElse(null);
    }

    /** The object's name in the bucket is what {@link Delivery#remoteId()} says. */
    @Override
    public Delivery send(Parcel parcel) {
        String key = key(parcel);
        PartPlan plan = PartPlan.of(parcel.bytes());
        PartSums sums = new PartSums(parcel, plan);
        if (isThere(parcel, key, sums)) return Delivery.stored(key);
        complete(parcel, parts(parcel, key, plan, sums), key);
        HeadObjectResponse stored = door.head(key).orElseThrow(() -> lost(parcel));
        if (!isSame(stored, parcel, sums)) throw damaged(parcel, key);
        return Delivery.stored(key);
    }

    /** Whoever may not list a bucket is refused what is not there; whether more is wrong is seen in what follows. */
    private boolean isThere(Parcel parcel, String key, PartSums sums) {
        try {
            return door.head(key).filter(object -> isSame(object, parcel, sums)).isPresent();
        } catch (UploadFailure refused) {
            if (refused.reason().code().equals("wrong_key")) return false;
            throw refused;
        }
    }

    private String key(Parcel parcel) {
        return door.account().prefix() + parcel.clubId() + "/" + parcel.videoId() + "/" + parcel.name();
    }

    /** What the bucket has of the upload, by the parts' numbers. */
    private record Sent(BucketUpload upload, Map<Integer, String> parts) {}

    private Sent parts(Parcel parcel, String key, PartPlan plan, PartSums sums) {
        Sent sent = known(parcel, key, plan, sums).orElseGet(() -> begin(parcel, key));
        for (int number = 1; number <= plan.count(); number++) {
            if (sent.parts.containsKey(number)) continue;
            parcel.journey().reached(plan.from(number));
            sent.parts.put(number, part(parcel, sent.upload, number, plan, sums));
        }
        parcel.journey().reached(parcel.bytes());
        return sent;
    }

    /** What is left of an earlier attempt; empty when there was none, or the bucket has forgotten it. */
    private Optional<Sent> known(Parcel parcel, String key, PartPlan plan, PartSums sums) {
        Optional<BucketUpload> known =
                BucketUpload.of(parcel.journey().memory(), door.account().address(), key, parcel.sha256());
        if (known.isEmpty()) return Optional.empty();
        BucketUpload upload = known.get();
        Map<Integer, String> parts = new TreeMap<>();
        try {
            String bucket = door.account().bucket();
            door.ask(client -> {
                client.listPartsPaginator(of -> of.bucket(bucket).key(key).uploadId(upload.id()))
                        .parts()
                        .forEach(part -> {
                            if (isWhole(part, upload, plan, sums)) parts.put(part.partNumber(), part.eTag());
                        });
                return null;
            });
        } catch (UploadFailure forgotten) {
            if (!forgotten.isAnew()) throw forgotten;
            parcel.journey().remember(null);
            return Optional.empty();
        }
        return Optional.of(new Sent(upload, parts));
    }

    private static boolean isWhole(Part part, BucketUpload upload, PartPlan plan, PartSums sums) {
        int number = part.partNumber();
        return number <= plan.count()
                && part.size() == plan.length(number)
                && isRight(part.eTag(), upload, number, sums);
    }

    /** Where the bucket tells the MD5 of a part, it is that of the file. */
    private static boolean isRight(String eTag, BucketUpload upload, int number, PartSums sums) {
        String sum = unquoted(eTag);
        return !upload.sums() || !sum.matches("[0-9a-f]{32}") || sum.equals(sums.hexOf(number));
    }

    private static String unquoted(String eTag) {
        return eTag.replace("\"", "").toLowerCase(Locale.ROOT);
    }

    private Sent begin(Parcel parcel, String key) {
        BucketAccount account = door.account();
        abortUnremembered(key);
        CreateMultipartUploadResponse begun =
                door.ask(client -> client.createMultipartUpload(object -> object.bucket(account.bucket())
                        .key(key)
                        .contentType(parcel.mediaType())
                        .metadata(Map.of(SHA256, parcel.sha256()))));
        BucketUpload upload = new BucketUpload(
                account.address(), key, begun.uploadId(), parcel.sha256(), tellsSums(begun.serverSideEncryption()));
        parcel.journey().remember(upload.memory());
        return new Sent(upload, new TreeMap<>());
    }

    /** Whoever was killed between beginning and remembering it left an upload that nobody would ever end, and that costs money. */
    private void abortUnremembered(String key) {
        String bucket = door.account().bucket();
        try {
            door.ask(client -> {
                client.listMultipartUploads(of -> of.bucket(bucket).prefix(key)).uploads().stream()
                        .filter(upload -> upload.key().equals(key))
                        .forEach(upload -> client.abortMultipartUpload(
                                of -> of.bucket(bucket).key(key).uploadId(upload.uploadId())));
                return null;
            });
        } catch (UploadFailure notAllowed) {
            LOG.log(Level.FINE, "Unfinished uploads of {0} cannot be looked for: {1}", new Object[] {
                key, notAllowed.getMessage()
            });
        }
    }

    /** An ETag is no MD5 of what is encrypted with a key that is not the bucket's own. */
    private static boolean tellsSums(ServerSideEncryption encryption) {
        return encryption == null || encryption == ServerSideEncryption.AES256;
    }

    /** The ETag of the part that the bucket has now. */
    private String part(Parcel parcel, BucketUpload upload, int number, PartPlan plan, PartSums sums) {
        for (int damaged = 0; damaged < MOST_DAMAGED; damaged++) {
            FilePart part = new FilePart(parcel, plan.from(number), plan.length(number), bandwidth);
            HttpPut put = signed(upload, number, sums.of(number));
            put.setEntity(new FileEntity(part, BYTES));
            Answer answer = line.send(put, part);
            String eTag = answer.header(HttpHeaders.ETAG);
            if (answer.isGood() && eTag == null)
                throw UploadFailure.passing("bad_answer", "the bucket does not say what it has got");
            if (answer.isGood() && isRight(eTag, upload, number, sums)) return eTag;
            if (!answer.isGood() && !"BadDigest".equals(BucketFailure.code(answer))) throw BucketFailure.of(answer);
        }
        throw UploadFailure.anew("wrong_checksum", "the bucket has got something else than what was sent");
    }

    private HttpPut signed(BucketUpload upload, int number, byte[] md5) {
        String bucket = door.account().bucket();
        PresignedUploadPartRequest signed = door.signer()
                .presignUploadPart(
                        request -> request.signatureDuration(SIGNED_FOR).uploadPartRequest(part -> part.bucket(bucket)
                                .key(upload.key())
                                .uploadId(upload.id())
                                .partNumber(number)
                                .contentMD5(Base64.getEncoder().encodeToString(md5))));
        HttpPut put = new HttpPut(URI.create(signed.url().toString()));
        signed.signedHeaders().forEach((name, values) -> {
            if (!name.equalsIgnoreCase(HttpHeaders.HOST)) put.setHeader(name, String.join(",", values));
        });
        return put;
    }

    private void complete(Parcel parcel, Sent sent, String key) {
        String bucket = door.account().bucket();
        var parts = sent.parts.entrySet().stream()
                .map(part -> CompletedPart.builder()
                        .partNumber(part.getKey())
                        .eTag(part.getValue())
                        .build())
                .toList();
        door.ask(client -> {
            try {
                return client.completeMultipartUpload(object -> object.bucket(bucket)
                        .key(key)
                        .uploadId(sent.upload.id())
                        .multipartUpload(all -> all.parts(parts)));
            } catch (NoSuchUploadException done) {
                // It has been completed when its answer was lost; else the object is not there.
                return null;
            }
        });
    }

    /** Whether an object is this file, as far as the bucket tells. */
    private static boolean isSame(HeadObjectResponse object, Parcel parcel, PartSums sums) {
        if (!Objects.equals(object.contentLength(), parcel.bytes())
                || !parcel.sha256().equalsIgnoreCase(object.metadata().get(SHA256))) return false;
        String sum = unquoted(object.eTag());
        boolean tells = tellsSums(object.serverSideEncryption())
                && object.sseCustomerAlgorithm() == null
                && sum.matches("[0-9a-f]{32}-" + sums.count());
        return !tells || sum.equals(sums.ofAll());
    }

    private static UploadFailure lost(Parcel parcel) {
        parcel.journey().remember(null);
        return UploadFailure.anew("lost", "the bucket has lost what it had of the file");
    }

    /** Nobody takes it for the video. */
    private UploadFailure damaged(Parcel parcel, String key) {
        String bucket = door.account().bucket();
        door.ask(client -> client.deleteObject(object -> object.bucket(bucket).key(key)));
        parcel.journey().remember(null);
        return UploadFailure.anew("wrong_checksum", "the bucket has got something else than what was sent");
    }

    @Override
    public void forget(Parcel parcel) {
        String key = key(parcel);
        String bucket = door.account().bucket();
        BucketUpload.of(parcel.journey().memory(), door.account().address(), key, parcel.sha256())
                .ifPresent(upload -> door.ask(client -> {
                    try {
                        return client.abortMultipartUpload(
                                of -> of.bucket(bucket).key(key).uploadId(upload.id()));
                    } catch (S3Exception gone) {
                        if (gone.statusCode() != 404) throw gone;
                        return null;
                    }
                }));
    }

    @Override
    public void check() {
        String bucket = door.account().bucket();
        door.ask(client -> client.headBucket(of -> of.bucket(bucket)));
    }
}
