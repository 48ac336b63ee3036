package club.courtside.bench.source;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;

/**
 * The source process: {@code SourceMain film.h264 jpegs}. Prints where it listens, obeys one order a line, answers each
 * with one line, and ends when its input ends, so that it never outlives the bench.
 *
 * <pre>
 * end                   ends all streams in good order; nobody is let in
 * open                  lets everybody in again, and forgets what was sent
 * sent NAME             pictures that were due, pictures left out, connections
 * times NAME            frame:time of the last {@value Camera#REMEMBERED} pictures, µs since 1970
 * late                  p50, p99 and the most that a picture was late, ms
 * drop NAME             cuts the connection
 * stall NAME MILLIS     stays connected and sends nothing for so long
 * refuse NAME MILLIS    cuts the connection and lets nobody in for so long
 * </pre>
 */
public final class SourceMain {

    private static final int FRAMES_PER_SECOND = 25;

    private final CameraBank bank;

    private SourceMain(CameraBank bank) {
        this.bank = bank;
    }

    public static void main(String[] arguments) throws IOException {
        var bank = new CameraBank(RtpFilm.of(Path.of(arguments[0]), FRAMES_PER_SECOND));
        var jpegs = new JpegCameras(Path.of(arguments[1]), FRAMES_PER_SECOND);
        start(bank, "cameras");
        start(jpegs, "jpeg-cameras");
        System.out.println(bank.port() + " " + jpegs.port());
        var main = new SourceMain(bank);
        var orders = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII));
        for (String order = orders.readLine(); order != null; order = orders.readLine())
            System.out.println(main.obeyed(order.split(" ")));
        System.exit(0);
    }

    private static void start(Runnable work, String name) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.setUncaughtExceptionHandler((where, error) -> {
            error.printStackTrace();
            System.exit(1);
        });
        thread.start();
    }

    private String obeyed(String... order) {
        var answer = new CompletableFuture<String>();
        bank.order(() -> answer.complete(answer(order)));
        return answer.join();
    }

    private String answer(String... order) {
        switch (order[0]) {
            case "end" -> bank.endAll();
            case "open" -> bank.open();
            case "late" -> {
                return late();
            }
            case "sent" -> {
                Camera camera = bank.camera(order[1]);
                return camera.sent() + " " + camera.skipped() + " " + camera.connections();
            }
            case "times" -> {
                return bank.camera(order[1]).times();
            }
            case "drop" -> bank.camera(order[1]).drop();
            case "stall" -> bank.camera(order[1]).stallUntil(after(order[2]));
            case "refuse" -> {
                bank.camera(order[1]).refuseUntil(after(order[2]));
                bank.camera(order[1]).drop();
            }
            default -> {
                return "unknown";
            }
        }
        return "done";
    }

    private static long after(String millis) {
        return System.nanoTime() + Long.parseLong(millis) * 1_000_000;
    }

    private String late() {
        Lateness late = bank.lateness();
        return String.format(Locale.ROOT, "%d %d %d", late.millis(0.5), late.millis(0.99), late.millis(1));
    }
}
