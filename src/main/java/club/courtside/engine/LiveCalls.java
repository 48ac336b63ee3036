package club.courtside.engine;

import club.courtside.media.CameraLost;
import club.courtside.media.PictureRequest;
import club.courtside.media.PictureViewer;
import club.courtside.media.TooManyViewers;
import club.courtside.media.VideoViewer;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

/** What can be watched of a camera: fragmented MP4, JPEGs, one JPEG. */
final class LiveCalls {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Engine engine;

    LiveCalls(Engine engine) {
        this.engine = engine;
    }

    List<Route> routes() {
        return List.of(
                new Route("GET", "/feeds/{id}/live.mp4", this::video),
                new Route("GET", "/feeds/{id}/live.mjpeg", this::pictures),
                new Route("GET", "/feeds/{id}/snapshot.jpg", this::snapshot));
    }

    private void video(Call call) throws IOException, InterruptedException {
        EngineFeed feed = engine.feed(call.id());
        try (VideoViewer viewer = feed.video().open(PATIENCE);
                OutputStream out = call.stream(viewer.mime())) {
            for (byte[] bytes = viewer.next(PATIENCE); bytes != null; bytes = viewer.next(PATIENCE)) {
                out.write(bytes);
                out.flush();
            }
        } catch (CameraLost lost) {
            throw Problem.unusable(lost);
        }
    }

    private void pictures(Call call) throws IOException, InterruptedException {
        EngineFeed feed = engine.feed(call.id());
        PictureRequest request = request(call, framesPerSecond(call));
        try (PictureViewer viewer = feed.pictures().open(request, PATIENCE);
                OutputStream out = call.stream("multipart/x-mixed-replace; boundary=frame")) {
            for (byte[] jpeg = null; !viewer.hasEnded(); ) {
                byte[] next = viewer.next(PATIENCE);
                // While the camera is away the last picture again, which also shows whether anybody still reads.
                if (next != null) jpeg = next;
                if (jpeg == null) return;
                writePart(out, jpeg);
            }
        } catch (CameraLost lost) {
            throw Problem.unusable(lost);
        } catch (TooManyViewers e) {
            throw Problem.busy(e.getMessage());
        }
    }

    private static void writePart(OutputStream out, byte[] jpeg) throws IOException {
        String head = "--frame\r\nContent-Type: image/jpeg\r\nContent-Length: " + jpeg.length + "\r\n\r\n";
        out.write(head.getBytes(StandardCharsets.US_ASCII));
        out.write(jpeg);
        out.write('\r');
        out.write('\n');
        out.flush();
    }

    private void snapshot(Call call) throws IOException, InterruptedException {
        EngineFeed feed = engine.feed(call.id());
        try {
            call.answer(200, "image/jpeg", feed.pictures().snapshot(request(call, 60), PATIENCE));
        } catch (CameraLost lost) {
            throw Problem.unusable(lost);
        }
    }

    private static double framesPerSecond(Call call) {
        String given = call.query("fps", "5");
        if (given.equals("full")) return 0;
        try {
            double rate = Double.parseDouble(given);
            if (rate > 0) return rate;
        } catch (NumberFormatException e) {
            throw Problem.badRequest("fps is neither a number nor full");
        }
        throw Problem.badRequest("fps must be above 0");
    }

    private static PictureRequest request(Call call, double framesPerSecond) {
        int width = call.number("width", PictureRequest.DEFAULT.width(), 16, 3840);
        int quality = call.number("quality", PictureRequest.DEFAULT.quality(), 1, 100);
        try {
            return new PictureRequest(framesPerSecond, width, quality);
        } catch (IllegalArgumentException e) {
            throw Problem.badRequest(e.getMessage());
        }
    }
}
