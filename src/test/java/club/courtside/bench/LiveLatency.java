package club.courtside.bench;

import club.courtside.bench.SourceProcess.Shown;
import club.courtside.support.Browser;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * How far the picture in the page is behind the camera: from the moment at which the source hands a picture's first packet
 * to its socket, to the moment for which Chromium announces that picture on the screen ({@code expectedDisplayTime} of
 * {@code requestVideoFrameCallback}). Which picture it is, the page reads from the squares in it.
 */
record LiveLatency(int pictures, double p50, double p95, double most) {

    private static final Duration SETTLING = Duration.ofSeconds(8);

    private static final String HIDE_OTHERS = """
            (() => {
              const style = document.createElement("style");
              document.querySelectorAll("[data-court]").forEach(t => {
                if (t.dataset.court !== arguments[0]) t.style.display = "none";
              });
              return document.querySelectorAll("[data-court]").length;
            })()""";

    /** Only the rows with the squares are copied, from the picture's luma: a whole picture would hold up the page. */
    private static final String READ_SQUARES = """
            (() => {
              const video = document.querySelector(arguments[0]), size = arguments[1], bits = arguments[2];
              const rect = { x: 0, y: 0, width: (bits + 4) * size, height: 2 * size };
              window.benchSeen = [];
              const numberIn = (luma, { offset, stride }) => {
                const light = index => (luma[offset + stride * size + size * (index + 1.5)] > 128 ? 1 : 0);
                let number = 0, parity = 0;
                for (let bit = 0; bit < bits; bit++) {
                  number |= light(1 + bit) << bit;
                  parity ^= light(1 + bit);
                }
                return light(0) === 1 && light(1 + bits) === parity ? number : null;
              };
              const look = async (now, shown) => {
                video.requestVideoFrameCallback(look);
                const picture = new VideoFrame(video);
                const luma = new Uint8Array(picture.allocationSize({ rect }));
                const [plane] = await picture.copyTo(luma, { rect });
                picture.close();
                const number = numberIn(luma, plane);
                if (number !== null)
                  window.benchSeen.push([number, Math.round(1000 * (performance.timeOrigin + shown.expectedDisplayTime))]);
              };
              video.requestVideoFrameCallback(look);
              return true;
            })()""";

    static LiveLatency measure(WholeProduct product, SourceProcess source, Duration time)
            throws IOException, InterruptedException {
        try (Browser page = Browser.desktop(product.courtside()).signIn("club")) {
            String video = "[data-court='" + product.court() + "'] video";
            page.script(HIDE_OTHERS, product.court());
            page.await(
                    "a picture",
                    d -> page.<Boolean>script("(document.querySelector(arguments[0])?.readyState ?? 0) >= 3", video));
            TimeUnit.NANOSECONDS.sleep(SETTLING.toNanos());
            page.script(READ_SQUARES, video, Film.SQUARE, Film.BITS);
            TimeUnit.NANOSECONDS.sleep(time.toNanos());
            List<List<Number>> seen = page.script("window.benchSeen");
            return of(seen, source.times(WholeProduct.CAMERA));
        }
    }

    /** @param seen the number in the picture and the time it was on the screen, µs since 1970 */
    static LiveLatency of(List<? extends List<? extends Number>> seen, List<Shown> sent) {
        List<Double> millis = new ArrayList<>();
        for (List<? extends Number> picture : seen) {
            long shownAt = picture.get(1).longValue();
            sent.stream()
                    .filter(s -> s.frame() % Film.FRAMES == picture.get(0).longValue() && s.micros() <= shownAt)
                    .mapToLong(Shown::micros)
                    .max()
                    .ifPresent(at -> millis.add((shownAt - at) / 1000.0));
        }
        if (millis.isEmpty()) throw new IllegalStateException("the page showed no picture of the bench's camera");
        millis.sort(null);
        return new LiveLatency(millis.size(), share(millis, 0.5), share(millis, 0.95), millis.get(millis.size() - 1));
    }

    private static double share(List<Double> sorted, double share) {
        return sorted.get((int) Math.min(sorted.size() - 1L, Math.round(sorted.size() * share)));
    }
}
