package club.courtside.processing.server;

import club.courtside.support.Json;
import club.courtside.support.RunningCourtside;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Collectors;

/** A program that has the key of the processing server; it knows HTTP and nothing of ours. */
final class Sending {

    private static final String BOUNDARY = "----courtside-test";
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    private final RunningCourtside courtside;
    private final String key;

    /** @param key null for none */
    Sending(RunningCourtside courtside, String key) {
        this.courtside = courtside;
        this.key = key;
    }

    HttpRequest.Builder to(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create(path.startsWith("http") ? path : courtside.address(path)))
                .timeout(Duration.ofSeconds(60));
        return key == null ? request : request.header("Authorization", "Bearer " + key);
    }

    HttpResponse<byte[]> answer(HttpRequest.Builder request) {
        try {
            return HTTP.send(request.build(), BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    static JsonNode json(HttpResponse<byte[]> answer) {
        return Json.parse(new String(answer.body(), StandardCharsets.UTF_8));
    }

    /** The status, and the field that is wrong. */
    static String refusal(HttpResponse<byte[]> answer) {
        return (answer.statusCode() + " " + json(answer).path("field").asText()).strip();
    }

    JsonNode status(String task) {
        return json(answer(to("/status/" + task).GET()));
    }

    /** @param content null for no file */
    HttpRequest.Builder form(String name, byte[] content, Map<String, String> fields) {
        var form = new ByteArrayOutputStream();
        fields.forEach((field, value) -> form.writeBytes(utf8("--" + BOUNDARY
                + "\r\nContent-Disposition: form-data; name=\"" + field + "\"\r\n\r\n" + value + "\r\n")));
        if (content != null) {
            form.writeBytes(utf8("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\""
                    + name + "\"\r\nContent-Type: video/mp4\r\n\r\n"));
            form.writeBytes(content);
            form.writeBytes(utf8("\r\n"));
        }
        form.writeBytes(utf8("--" + BOUNDARY + "--\r\n"));
        return to("/upload")
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(BodyPublishers.ofByteArray(form.toByteArray()));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    HttpRequest.Builder announcement(long bytes, Map<String, String> metadata) {
        String pairs = metadata.entrySet().stream()
                .map(pair -> pair.getKey() + " " + Base64.getEncoder().encodeToString(utf8(pair.getValue())))
                .collect(Collectors.joining(","));
        return tus("/upload")
                .header("Upload-Length", String.valueOf(bytes))
                .header("Upload-Metadata", pairs)
                .POST(BodyPublishers.noBody());
    }

    HttpRequest.Builder tus(String path) {
        return to(path).header("Tus-Resumable", "1.0.0");
    }

    HttpResponse<byte[]> piece(String place, byte[] content, int from) {
        return answer(tus(place)
                .header("Upload-Offset", String.valueOf(from))
                .header("Content-Type", "application/offset+octet-stream")
                .method("PATCH", BodyPublishers.ofByteArray(Arrays.copyOfRange(content, from, content.length))));
    }

    long offset(String place) {
        return answer(tus(place).method("HEAD", BodyPublishers.noBody()))
                .headers()
                .firstValueAsLong("Upload-Offset")
                .orElse(-1);
    }

    /** Says that all of it comes, sends a part of it and is gone. */
    void breakOff(String place, byte[] content, int after) throws IOException {
        URI address = URI.create(place);
        try (Socket socket = new Socket(address.getHost(), address.getPort())) {
            var out = socket.getOutputStream();
            out.write(utf8("PATCH " + address.getPath() + " HTTP/1.1\r\nHost: " + address.getAuthority()
                    + "\r\nAuthorization: Bearer " + key
                    + "\r\nTus-Resumable: 1.0.0\r\nUpload-Offset: 0\r\nContent-Type: application/offset+octet-stream"
                    + "\r\nContent-Length: " + content.length + "\r\n\r\n"));
            out.write(content, 0, after);
            out.flush();
        }
    }
}
