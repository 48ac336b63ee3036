package club.courtside.support;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.support.ui.WebDriverWait;

/** What a browser makes of a file: it plays it through, and then looks at single moments of it. */
public final class ChromiumPlayer implements AutoCloseable {

    /**
     * @param error null when it played to the end
     * @param sizes of the picture, as {@code 320x240}, in the order in which they were seen
     * @param seconds where it ended
     * @param reds how red the picture is (0 to 255) at the moments that were asked for
     */
    public record Played(String error, List<String> sizes, double seconds, List<Double> reds) {}

    private static final String PAGE = """
            <body><script>
            const played = { error: null, sizes: [], seconds: 0, reds: [] };
            const moments = [%s];
            const video = document.createElement("video");
            const done = () => (document.body.dataset.done = "true");
            const red = () => {
              const canvas = document.createElement("canvas");
              const pen = canvas.getContext("2d");
              pen.drawImage(video, 0, 0, canvas.width, canvas.height);
              const { data } = pen.getImageData(0, 0, canvas.width, canvas.height);
              let sum = 0;
              for (let i = 0; i < data.length; i += 4) sum += data[i];
              return sum / (data.length / 4);
            };
            const next = () => {
              if (moments.length === 0) return done();
              const moment = moments.shift();
              let awaited = 2;
              const come = () => { if (--awaited === 0) { played.reds.push(red()); next(); } };
              // A busy browser says that it is there before it shows the picture of there.
              const watch = () => video.requestVideoFrameCallback((now, { mediaTime }) =>
                Math.abs(mediaTime - moment) < 0.5 ? come() : watch());
              watch();
              video.onseeked = come;
              video.currentTime = moment;
            };
            Object.assign(video, { muted: true, playbackRate: 4, src: "video.mp4" });
            video.onerror = () => { played.error = video.error.message || `error ${video.error.code}`; done(); };
            video.onresize = () => played.sizes.push(`${video.videoWidth}x${video.videoHeight}`);
            video.onended = () => { video.onended = null; played.seconds = video.currentTime; next(); };
            document.body.append(video);
            video.play().catch((refused) => { played.error ??= String(refused); done(); });
            </script>
            """;

    private final Chromium chromium = new Chromium(new ChromeOptions());
    private final ChromeDriver driver = chromium.driver();

    /** @param moments in seconds, looked at after the end */
    @SuppressWarnings("unchecked")
    public Played play(Path file, double... moments) throws IOException {
        HttpServer server = serve(file, moments);
        try {
            driver.get("http://127.0.0.1:" + server.getAddress().getPort() + "/");
            new WebDriverWait(driver, Duration.ofSeconds(120))
                    .withMessage("the end of " + file)
                    .until(d -> driver.executeScript("return document.body.dataset.done === 'true'")
                            .equals(true));
            Map<String, Object> played = (Map<String, Object>) driver.executeScript("return played");
            return new Played(
                    (String) played.get("error"),
                    (List<String>) played.get("sizes"),
                    ((Number) played.get("seconds")).doubleValue(),
                    ((List<Number>) played.get("reds"))
                            .stream().map(Number::doubleValue).toList());
        } finally {
            server.stop(0);
        }
    }

    private static HttpServer serve(Path file, double... moments) throws IOException {
        StringBuilder list = new StringBuilder();
        for (double moment : moments) list.append(moment).append(',');
        byte[] page = PAGE.formatted(list).getBytes(StandardCharsets.UTF_8);
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
            exchange.sendResponseHeaders(200, page.length);
            exchange.getResponseBody().write(page);
            exchange.close();
        });
        server.createContext("/video.mp4", exchange -> {
            byte[] whole = Files.readAllBytes(file);
            String range = exchange.getRequestHeaders().getFirst("Range");
            int from = range == null ? 0 : Integer.parseInt(range.replaceAll("bytes=(\\d+)-.*", "$1"));
            exchange.getResponseHeaders().set("Content-Type", "video/mp4");
            exchange.getResponseHeaders()
                    .set("Content-Range", "bytes %d-%d/%d".formatted(from, whole.length - 1, whole.length));
            exchange.sendResponseHeaders(206, whole.length - from);
            exchange.getResponseBody().write(whole, from, whole.length - from);
            exchange.close();
        });
        server.start();
        return server;
    }

    @Override
    public void close() {
        chromium.close();
    }
}
