package club.courtside.upload.target;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.Timeout;

/**
 * Speaks HTTP with targets. None of them can keep it: there is a limit for the connection, for bytes that do not go out, and
 * for an answer that does not come.
 */
@ApplicationScoped
public class Line {

    /** Bytes of an answer that are read. */
    static final int LONGEST_ANSWER = 1_000_000;

    private static final int MOST_CONNECTIONS = 16;
    private static final long LOOK_EVERY_MILLIS = 250;

    private final TargetSettings settings;
    private final CloseableHttpClient client;
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(look -> {
        Thread thread = new Thread(look, "upload-watch");
        thread.setDaemon(true);
        return thread;
    });

    @Inject
    public Line(TargetSettings settings) {
        this.settings = settings;
        this.client = HttpClientBuilder.create()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setMaxConnTotal(MOST_CONNECTIONS)
                        .setMaxConnPerRoute(MOST_CONNECTIONS)
                        .setConnectionConfigResolver(route -> ConnectionConfig.custom()
                                .setConnectTimeout(Timeout.of(settings.toConnect()))
                                .build())
                        .build())
                .disableAutomaticRetries()
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableContentCompression()
                .setUserAgent("Courtside")
                .build();
    }

    protected Line() {
        this.settings = null;
        this.client = null;
    }

    @PreDestroy
    void close() {
        watch.shutdownNow();
        client.close(CloseMode.IMMEDIATE);
    }

    /** @throws UploadFailure when no answer comes */
    Answer send(HttpUriRequestBase request) {
        request.setConfig(limits(false));
        return exchange(request);
    }

    /**
     * @param part of the file that this request brings
     * @throws UploadFailure when no answer comes
     * @throws InterruptedUpload when it is not to go on
     */
    Answer send(HttpUriRequestBase request, FilePart part) {
        request.setConfig(limits(true));
        AtomicReference<RuntimeException> why = new AtomicReference<>();
        long longest = settings.toStall().toNanos();
        Future<?> watching = watch.scheduleWithFixedDelay(
                () -> {
                    if (!part.isWanted()) why.compareAndSet(null, new InterruptedUpload());
                    else if (part.stalledFor() > longest)
                        why.compareAndSet(null, UploadFailure.passing("stalled", "the target took no further byte"));
                    if (why.get() != null) request.abort();
                },
                LOOK_EVERY_MILLIS,
                LOOK_EVERY_MILLIS,
                TimeUnit.MILLISECONDS);
        try {
            return exchange(request);
        } catch (UploadFailure aborted) {
            throw why.get() == null ? aborted : why.get();
        } finally {
            watching.cancel(false);
        }
    }

    /** @param large asks for leave before the body goes out, so that a refusal costs nothing */
    private RequestConfig limits(boolean large) {
        return RequestConfig.custom()
                .setResponseTimeout(Timeout.of(settings.toAnswer()))
                .setExpectContinueEnabled(large)
                .build();
    }

    private Answer exchange(HttpUriRequestBase request) {
        try {
            return client.execute(request, Line::answer);
        } catch (IOException e) {
            throw failure(e);
        }
    }

    private static Answer answer(ClassicHttpResponse response) throws IOException {
        Map<String, String> headers = new HashMap<>();
        for (Header header : response.getHeaders())
            headers.putIfAbsent(header.getName().toLowerCase(Locale.ROOT), header.getValue());
        return new Answer(response.getCode(), headers, body(response.getEntity()));
    }

    /** Whoever closed the content would have to read all that is left of it. */
    private static String body(HttpEntity entity) throws IOException {
        if (entity == null) return "";
        InputStream content = entity.getContent();
        byte[] read = content.readNBytes(LONGEST_ANSWER + 1);
        if (read.length > LONGEST_ANSWER) throw new IOException("its answer does not end");
        return new String(read, StandardCharsets.UTF_8);
    }

    /** What went wrong, in words for people. */
    static UploadFailure failure(IOException e) {
        if (e instanceof NoSuchFileException)
            return UploadFailure.lasting("file_missing", "the file of the video is missing");
        if (e instanceof EOFException) return UploadFailure.passing("file_changed", "the file changed under way");
        if (e instanceof SSLException unsafe) return TlsFailure.of(unsafe);
        if (e instanceof UnknownHostException)
            return UploadFailure.passing("unreachable", "there is no machine of the target's name");
        if (e instanceof ConnectTimeoutException)
            return UploadFailure.passing("unreachable", "the target does not take the connection in time");
        if (e instanceof ConnectException || e instanceof NoRouteToHostException)
            return UploadFailure.passing("unreachable", "the target cannot be reached");
        if (e instanceof SocketTimeoutException)
            return UploadFailure.passing("no_answer", "the target took it and then gave no answer");
        if (e instanceof org.apache.hc.core5.http.NoHttpResponseException
                || e instanceof org.apache.hc.core5.http.ConnectionClosedException
                || e instanceof java.net.SocketException
                || e instanceof org.apache.hc.client5.http.impl.classic.RequestFailedException)
            return UploadFailure.passing("closed", "the target closed the connection");
        return UploadFailure.passing("bad_answer", "the target does not speak HTTP: " + e.getMessage());
    }
}
