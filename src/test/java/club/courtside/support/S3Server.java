package club.courtside.support;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * A store that speaks S3 and is not ours: S3Proxy, a program of its own whose class path the build has left in {@code target}.
 * What it holds is in its memory. It ends with this process, however that ends, as {@link PostgresServer} does.
 */
public final class S3Server implements AutoCloseable {

    public static final String ACCESS_KEY = "courtside";
    public static final String SECRET_KEY = "a-secret-of-the-tests";

    private static final Pattern LISTENING = Pattern.compile("Started .*ServerConnector.*\\{127\\.0\\.0\\.1:(\\d+)}.*");
    private static final String UNTIL_NOBODY_HOLDS_IT = "\"$@\" & server=$!; read -r word; kill $server; wait $server";
    private static final String HOW = """
            s3proxy.endpoint=http://127.0.0.1:0
            s3proxy.authorization=aws-v2-or-v4
            s3proxy.identity=%s
            s3proxy.credential=%s
            jclouds.provider=transient-nio2
            """;
    private static final String LOG = """
            <configuration>
              <appender name="out" class="ch.qos.logback.core.ConsoleAppender"><encoder><pattern>%msg%n</pattern></encoder></appender>
              <root level="INFO"><appender-ref ref="out"/></root>
            </configuration>
            """;

    private final Path folder;
    private final Process shell;
    private final int port;
    private final S3Client client;

    private S3Server() throws IOException {
        folder = Files.createTempDirectory("courtside-s3");
        Path how = Files.writeString(folder.resolve("s3.conf"), HOW.formatted(ACCESS_KEY, SECRET_KEY));
        Path log = Files.writeString(folder.resolve("log.xml"), LOG);
        shell = new ProcessBuilder(
                        "sh",
                        "-c",
                        UNTIL_NOBODY_HOLDS_IT,
                        "sh",
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-Dlogback.configurationFile=" + log,
                        "-cp",
                        Files.readString(Path.of("target", "s3-server.classpath")),
                        "org.gaul.s3proxy.Main",
                        "--properties",
                        how.toString())
                .redirectErrorStream(true)
                .start();
        port = port(shell.inputReader(StandardCharsets.UTF_8));
        client = S3Client.builder()
                .endpointOverride(endpoint())
                .forcePathStyle(true)
                .region(Region.US_EAST_1)
                .credentialsProvider(
                        StaticCredentialsProvider.create(AwsBasicCredentials.create(ACCESS_KEY, SECRET_KEY)))
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .build();
    }

    private static int port(BufferedReader output) throws IOException {
        StringBuilder said = new StringBuilder();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            Matcher match = LISTENING.matcher(line);
            if (match.matches()) {
                Thread reading = new Thread(() -> output.lines().forEach(more -> {}), "s3 server's output");
                reading.setDaemon(true);
                reading.start();
                return Integer.parseInt(match.group(1));
            }
            said.append(line).append('\n');
        }
        throw new AssertionError("no S3 server: " + said);
    }

    /** One that runs. */
    public static S3Server started() {
        try {
            return new S3Server();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + port);
    }

    /** A new one, with nothing in it. */
    public String bucket() {
        String name = "club-" + UUID.randomUUID();
        client.createBucket(bucket -> bucket.bucket(name));
        return name;
    }

    /** The settings of somebody who sends videos there. */
    public Map<String, String> settings(String bucket) {
        return Map.of(
                "S3_ENDPOINT", endpoint().toString(),
                "S3_BUCKET", bucket,
                "S3_ACCESS_KEY", ACCESS_KEY,
                "S3_SECRET_KEY", SECRET_KEY);
    }

    /** Looks into it past everything that is tested. */
    public S3Client client() {
        return client;
    }

    @Override
    public void close() throws IOException {
        client.close();
        shell.getOutputStream().close();
        try {
            if (!shell.waitFor(30, TimeUnit.SECONDS)) throw new AssertionError("the S3 server does not end");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        for (Path file : List.of(folder.resolve("s3.conf"), folder.resolve("log.xml"), folder)) Files.delete(file);
    }
}
