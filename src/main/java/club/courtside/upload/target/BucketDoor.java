package club.courtside.upload.target;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.DefaultRetryStrategy;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/**
 * Asks the bucket small questions, and signs addresses for it. Files go out through {@link Line}. Tries nothing twice: whoever
 * asks knows better when to come again.
 */
@ApplicationScoped
public class BucketDoor {

    private final TargetSettings settings;
    private Open open;

    @Inject
    public BucketDoor(TargetSettings settings) {
        this.settings = settings;
    }

    protected BucketDoor() {
        this(null);
    }

    private record Terms(BucketAccount account, Duration toConnect, Duration toAnswer) {}

    private record Open(Terms terms, S3Client client, S3Presigner signer) implements AutoCloseable {

        @Override
        public void close() {
            client.close();
            signer.close();
        }
    }

    Optional<BucketAccount> ifSetUp() {
        return BucketAccount.of(settings);
    }

    /** @throws UploadFailure when there is none */
    BucketAccount account() {
        return ifSetUp().orElseThrow(() -> UploadFailure.lasting("not_set_up", "no bucket is set up"));
    }

    /** @throws UploadFailure with what the bucket says */
    <T> T ask(Function<S3Client, T> question) {
        try {
            return question.apply(open().client);
        } catch (SdkException e) {
            throw BucketFailure.of(e);
        }
    }

    /**
     * What the bucket says of an object; empty when it has none of that name.
     *
     * @throws UploadFailure also when we may not see it
     */
    Optional<HeadObjectResponse> head(String key) {
        String bucket = account().bucket();
        return ask(client -> {
            try {
                return Optional.of(
                        client.headObject(object -> object.bucket(bucket).key(key)));
            } catch (NoSuchKeyException none) {
                return Optional.empty();
            }
        });
    }

    S3Presigner signer() {
        return open().signer;
    }

    private synchronized Open open() {
        Terms terms = new Terms(account(), settings.toConnect(), settings.toAnswer());
        if (open != null && !open.terms.equals(terms)) close();
        if (open == null) open = open(terms);
        return open;
    }

    private static Open open(Terms terms) {
        BucketAccount account = terms.account;
        // Not those that this machine's user may have in a file for other programs.
        ProfileFile none = ProfileFile.aggregator().build();
        boolean isAws = account.endpoint() == null;
        var key =
                StaticCredentialsProvider.create(AwsBasicCredentials.create(account.accessKey(), account.secretKey()));
        Region region = Region.of(account.region());
        S3Client client = S3Client.builder()
                .endpointOverride(account.endpoint())
                .forcePathStyle(!isAws)
                .region(region)
                .credentialsProvider(key)
                // Other stores refuse the sums that only AWS knows.
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                .httpClientBuilder(UrlConnectionHttpClient.builder()
                        .connectionTimeout(terms.toConnect)
                        .socketTimeout(terms.toAnswer))
                .overrideConfiguration(how -> how.retryStrategy(DefaultRetryStrategy.doNotRetry())
                        .apiCallTimeout(terms.toConnect.plus(terms.toAnswer))
                        .defaultProfileFile(none))
                .build();
        S3Presigner signer = S3Presigner.builder()
                .endpointOverride(account.endpoint())
                .serviceConfiguration(S3Configuration.builder()
                        .pathStyleAccessEnabled(!isAws)
                        .profileFile(none)
                        .build())
                .region(region)
                .credentialsProvider(key)
                .build();
        return new Open(terms, client, signer);
    }

    @PreDestroy
    synchronized void close() {
        if (open != null) open.close();
        open = null;
    }
}
