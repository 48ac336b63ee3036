package club.courtside.upload.target;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.hc.client5.http.ConnectTimeoutException;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.exception.SdkServiceException;
import software.amazon.awssdk.http.SdkHttpResponse;

/** What a bucket's refusal means, by its code (Amazon S3 API Reference, Error Responses). */
final class BucketFailure {

    private static final Pattern CODE = Pattern.compile("<Code>([^<]{1,100})</Code>");
    private static final Pattern MESSAGE = Pattern.compile("<Message>([^<]{1,1000})</Message>");

    private BucketFailure() {}

    /** Of a call. */
    static UploadFailure of(SdkException e) {
        if (e instanceof AwsServiceException refusal && refusal.awsErrorDetails() != null)
            return of(
                    refusal.statusCode(),
                    refusal.awsErrorDetails().errorCode(),
                    refusal.awsErrorDetails().errorMessage(),
                    headers(refusal.awsErrorDetails().sdkHttpResponse()));
        if (e instanceof SdkServiceException refusal) return of(refusal.statusCode(), null, null, Map.of());
        if (e instanceof ApiCallTimeoutException || e instanceof ApiCallAttemptTimeoutException)
            return UploadFailure.passing("no_answer", "the bucket took the question and then gave no answer");
        for (Throwable cause = e; cause != null; cause = cause.getCause())
            if (cause instanceof IOException lost) return of(lost);
        return UploadFailure.passing("bad_answer", "the bucket cannot be asked: " + e.getMessage());
    }

    /** As {@link Answer} has them; none when there was no answer. */
    private static Map<String, String> headers(SdkHttpResponse answer) {
        Map<String, String> headers = new HashMap<>();
        if (answer != null)
            answer.forEachHeader((name, values) -> {
                if (!values.isEmpty()) headers.putIfAbsent(name.toLowerCase(Locale.ROOT), values.get(0));
            });
        return headers;
    }

    private static UploadFailure of(IOException lost) {
        boolean isConnecting = lost instanceof SocketTimeoutException
                && String.valueOf(lost.getMessage()).matches("(?i)connect.*");
        return Line.failure(isConnecting ? new ConnectTimeoutException(lost.getMessage()) : lost);
    }

    /** Of a request that brought bytes. */
    static UploadFailure of(Answer answer) {
        return of(answer.status(), code(answer), found(MESSAGE, answer), answer.headers());
    }

    /** Null when the answer has none. */
    static String code(Answer answer) {
        return found(CODE, answer);
    }

    private static String found(Pattern what, Answer answer) {
        Matcher match = what.matcher(answer.body());
        return match.find() ? match.group(1) : null;
    }

    private static UploadFailure of(int status, String code, String message, Map<String, String> headers) {
        String words = message == null || message.isBlank() ? "" : ": " + message.strip();
        return switch (code == null ? "" : code) {
            case "RequestTimeTooSkewed", "RequestExpired", "RequestInTheFuture" -> wrongClock(words);
            case "AccessDenied" -> words.matches("(?i).*expired.*") ? wrongClock(words) : wrongKey(words);
            case "InvalidAccessKeyId", "SignatureDoesNotMatch", "AllAccessDisabled", "AccountProblem", "Unauthorized" ->
                wrongKey(words);
            case "NoSuchBucket", "InvalidBucketName" ->
                UploadFailure.lasting("no_such_place", "there is no such bucket" + words);
            case "PermanentRedirect", "AuthorizationHeaderMalformed", "IllegalLocationConstraintException" ->
                otherRegion(words);
            case "SlowDown", "Throttling", "ThrottlingException", "TooManyRequests", "OperationAborted" ->
                UploadFailure.passing("busy", "the bucket wants fewer requests" + words, after(headers));
            case "BadDigest", "XAmzContentSHA256Mismatch" ->
                UploadFailure.anew("wrong_checksum", "the bucket has got something else than what was sent");
            case "NoSuchUpload", "InvalidPart", "InvalidPartOrder" ->
                UploadFailure.anew("lost", "the bucket has lost what it had of the file");
            case "EntityTooLarge" -> UploadFailure.lasting("too_large", "the file is too large for the bucket" + words);
            case "QuotaExceeded", "XMinioStorageFull", "XMinioAdminBucketQuotaExceeded" ->
                UploadFailure.passing("target_full", "the bucket has no room left" + words);
            // Also in an answer that began as a success, because the bucket had long to think.
            case "InternalError" -> UploadFailure.passing("target_error", "the bucket has failed" + words);
            case "RequestTimeout", "IncompleteBody" ->
                UploadFailure.passing("closed", "the bucket waited in vain for bytes" + words);
            default -> status == 301 || status == 307 ? otherRegion(words) : byStatus(status, message, headers);
        };
    }

    private static Duration after(Map<String, String> headers) {
        return new Answer(503, headers, "").after(Clock.systemUTC());
    }

    private static UploadFailure wrongKey(String words) {
        return UploadFailure.lasting("wrong_key", "the bucket does not take our key" + words);
    }

    private static UploadFailure wrongClock(String words) {
        return UploadFailure.lasting(
                "wrong_clock", "the bucket refuses what was signed by this machine's clock, which is wrong" + words);
    }

    private static UploadFailure otherRegion(String words) {
        return UploadFailure.lasting("no_such_place", "the bucket lies in another region" + words);
    }

    private static UploadFailure byStatus(int status, String message, Map<String, String> headers) {
        String body =
                JsonNodeFactory.instance.objectNode().put("message", message).toString();
        return new Answer(status, headers, body).failure(Clock.systemUTC());
    }
}
