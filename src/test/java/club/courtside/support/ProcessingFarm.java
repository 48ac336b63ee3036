package club.courtside.support;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A processing server that takes files in one form, knows them again by their key, and can be made to misbehave. */
public final class ProcessingFarm implements AutoCloseable {

    public static final String KEY = "farm-key";

    /** What it does with the next request instead of what it should. */
    public enum Fault {
        FAILS,
        TOO_MANY,
        REFUSES_KEY,
        TOO_LARGE,
        BAD_REQUEST,
        FORBIDS,
        NOT_THERE,
        WRONG_TYPE,
        /** Takes not a byte more, and says nothing. */
        HANGS,
        /** Takes all, and says nothing. */
        SILENT,
        CLOSES_MIDWAY,
        /** Takes all, and closes before it answers: the sender does not know that it arrived. */
        CLOSES_AFTER,
        GARBAGE,
        WRONG_CHECKSUM,
        LOSES,
    }

    private static final Pattern BOUNDARY = Pattern.compile("boundary=([^;]+)");
    private static final Pattern FIELD =
            Pattern.compile("name=\"(model|priority|process)\"[^\\r]*\\r\\n(?:[^\\r]+\\r\\n)*\\r\\n([^\\r]*)\\r\\n");

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Queue<Fault> uploadFaults = new ConcurrentLinkedQueue<>();
    private final Queue<Fault> statusFaults = new ConcurrentLinkedQueue<>();
    private final Map<String, String> taskByKey = new ConcurrentHashMap<>();
    private final Map<String, Received> tasks = new ConcurrentHashMap<>();
    private final AtomicInteger asked = new AtomicInteger();
    private volatile String status = "completed";
    private volatile int progress = 40;
    private volatile String error;
    private volatile String results = "{}";

    /** @param fields of the form, apart from the file */
    public record Received(String sha256, long bytes, Map<String, String> fields) {}

    public ProcessingFarm() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/upload", this::upload);
        server.createContext("/status/", this::status);
        server.createContext("/results/", exchange -> answer(exchange, 200, results));
        server.createContext("/health", exchange -> answer(exchange, 200, "{\"status\":\"healthy\"}"));
        server.start();
    }

    public String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    public void faults(Fault... next) {
        uploadFaults.addAll(List.of(next));
    }

    public void statusFaults(Fault... next) {
        statusFaults.addAll(List.of(next));
    }

    /** What it says of all its tasks from now on. */
    public void says(String newStatus, String newError, String newResults) {
        status = newStatus;
        error = newError;
        results = newResults;
    }

    /** @param percent of the way that all its tasks have come */
    public void reaches(int percent) {
        progress = percent;
    }

    public List<Received> received() {
        return new ArrayList<>(tasks.values());
    }

    /** How many times somebody wanted to bring a file. */
    public int asked() {
        return asked.get();
    }

    private void upload(HttpExchange exchange) throws IOException {
        if (!exchange.getRequestMethod().equals("POST")) {
            answer(exchange, 405, "{}");
            return;
        }
        asked.incrementAndGet();
        Fault fault = uploadFaults.poll();
        if (fault == Fault.HANGS) {
            hang();
            return;
        }
        if (fault == Fault.CLOSES_MIDWAY) {
            exchange.getRequestBody().readNBytes(1000);
            exchange.close();
            return;
        }
        boolean knowsKey = ("Bearer " + KEY).equals(exchange.getRequestHeaders().getFirst("Authorization"));
        byte[] body = exchange.getRequestBody().readAllBytes();
        if (fault == Fault.SILENT) {
            hang();
            return;
        }
        if (fault == Fault.TOO_MANY) exchange.getResponseHeaders().set("Retry-After", "7200");
        if (fault == Fault.FAILS) answer(exchange, 500, "{\"error\":\"disk on fire\"}");
        else if (fault == Fault.TOO_MANY) answer(exchange, 429, "{}");
        else if (fault == Fault.TOO_LARGE) answer(exchange, 413, "{}");
        else if (fault == Fault.BAD_REQUEST) answer(exchange, 400, "{}");
        else if (fault == Fault.FORBIDS) answer(exchange, 403, "{}");
        else if (fault == Fault.NOT_THERE) answer(exchange, 404, "{}");
        else if (fault == Fault.WRONG_TYPE) answer(exchange, 415, "{}");
        else if (fault == Fault.REFUSES_KEY || !knowsKey) answer(exchange, 401, "{\"detail\":\"who are you?\"}");
        else if (fault == Fault.GARBAGE) answer(exchange, 200, "<html>It works!</html>");
        else take(exchange, body, fault);
    }

    private void take(HttpExchange exchange, byte[] body, Fault fault) throws IOException {
        Received received = parse(exchange.getRequestHeaders().getFirst("Content-Type"), body);
        String key = exchange.getRequestHeaders().getFirst("Idempotency-Key");
        String task = taskByKey.computeIfAbsent(key, unknown -> "task-" + (taskByKey.size() + 1));
        tasks.put(task, received);
        if (fault == Fault.LOSES) tasks.remove(task);
        if (fault == Fault.WRONG_CHECKSUM) tasks.remove(task);
        if (fault == Fault.CLOSES_AFTER) {
            exchange.close();
            return;
        }
        String sha256 = fault == Fault.WRONG_CHECKSUM ? "00".repeat(32) : received.sha256();
        answer(exchange, 202, "{\"task_id\":\"" + task + "\",\"sha256\":\"" + sha256 + "\"}");
    }

    private void status(HttpExchange exchange) throws IOException {
        Fault fault = statusFaults.poll();
        String path = exchange.getRequestURI().getPath();
        String task = path.substring(path.lastIndexOf('/') + 1);
        if (fault == Fault.FAILS) answer(exchange, 500, "{}");
        else if (fault == Fault.GARBAGE) answer(exchange, 200, "]");
        else if (fault == Fault.REFUSES_KEY) answer(exchange, 401, "{}");
        else if (fault == Fault.LOSES) {
            tasks.remove(task);
            answer(exchange, 404, "{}");
        } else if (!tasks.containsKey(task)) answer(exchange, 404, "{}");
        else
            answer(
                    exchange,
                    200,
                    "{\"task_id\":\"" + task + "\",\"status\":\"" + status + "\",\"progress\":" + progress
                            + ",\"error\":" + (error == null ? "null" : "\"" + error + "\"") + "}");
    }

    /** Until it ends. */
    private void hang() {
        try {
            closed.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Received parse(String type, byte[] body) {
        Matcher boundary = BOUNDARY.matcher(type);
        if (!boundary.find()) throw new AssertionError("no form: " + type);
        String text = new String(body, StandardCharsets.ISO_8859_1);
        Matcher field = FIELD.matcher(text);
        Map<String, String> fields = new ConcurrentHashMap<>();
        while (field.find()) fields.put(field.group(1), field.group(2));
        int begin = text.indexOf("\r\n\r\n", text.indexOf("filename=")) + 4;
        int end = text.indexOf("\r\n--" + boundary.group(1), begin);
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(body, begin, end - begin);
            return new Received(HexFormat.of().formatHex(digest.digest()), end - begin, fields);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        try (InputStream rest = exchange.getRequestBody()) {
            rest.readAllBytes();
        }
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
