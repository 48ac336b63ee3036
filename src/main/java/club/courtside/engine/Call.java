package club.courtside.engine;

import club.courtside.engine.api.EngineJson;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;

/** One HTTP call and its answer. */
final class Call {

    private static final int LONGEST_BODY = 64 * 1024;

    private final HttpExchange exchange;
    private final Matcher path;
    private final Stalls stalls;
    private final Thread thread = Thread.currentThread();

    /** @param path null when no route was found */
    Call(HttpExchange exchange, Matcher path, Stalls stalls) {
        this.exchange = exchange;
        this.path = path;
        this.stalls = stalls;
    }

    /** The {@code {id}} of the route. */
    String id() {
        return path.group("id");
    }

    String query(String name, String otherwise) {
        String query = exchange.getRequestURI().getRawQuery();
        if (query == null) return otherwise;
        for (String pair : query.split("&")) {
            String[] parts = pair.split("=", 2);
            if (parts[0].equals(name) && parts.length == 2) return URLDecoder.decode(parts[1], StandardCharsets.UTF_8);
        }
        return otherwise;
    }

    int number(String name, int otherwise, int least, int most) {
        try {
            int number = Integer.parseInt(query(name, Integer.toString(otherwise)));
            if (number >= least && number <= most) return number;
        } catch (NumberFormatException e) {
            throw Problem.badRequest(name + " is no number");
        }
        throw Problem.badRequest(name + " must lie between " + least + " and " + most);
    }

    <T> T body(Class<T> type) throws IOException {
        byte[] bytes = exchange.getRequestBody().readNBytes(LONGEST_BODY);
        try {
            T body = EngineJson.MAPPER.readValue(bytes, type);
            if (body != null) return body;
        } catch (JsonProcessingException e) {
            // Its message may quote a password.
            throw Problem.badRequest("the body is no valid " + type.getSimpleName());
        }
        throw Problem.badRequest("the body is empty");
    }

    void answer(int status, Object body) throws IOException {
        answer(status, "application/json", EngineJson.MAPPER.writeValueAsBytes(body));
    }

    void answer(int status, String contentType, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", contentType);
        exchange.sendResponseHeaders(status, body.length);
        try (OutputStream out = stalls.watched(exchange.getResponseBody())) {
            out.write(body);
        }
    }

    void answerNothing(int status) throws IOException {
        exchange.sendResponseHeaders(status, -1);
    }

    void retryAfter(int seconds) {
        exchange.getResponseHeaders().set("Retry-After", Integer.toString(seconds));
    }

    /** An answer without an end, except when nobody takes it. */
    OutputStream stream(String contentType) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", contentType);
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        exchange.sendResponseHeaders(200, 0);
        return stalls.watched(exchange.getResponseBody());
    }

    /** Makes a blocked write of the thread that answers this call fail; to be called before that thread is done. */
    void abort() {
        thread.interrupt();
    }
}
