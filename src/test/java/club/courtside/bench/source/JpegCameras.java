package club.courtside.bench.source;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** An MJPEG camera over HTTP at any path: {@code multipart/x-mixed-replace} with Content-Length, in real time. */
final class JpegCameras implements Runnable {

    private final List<byte[]> pictures = new ArrayList<>();
    private final int framesPerSecond;
    private final ServerSocket server = new ServerSocket(0, 64, InetAddress.getLoopbackAddress());

    /** @param folder of JPEG files, shown in the order of their names, round and round */
    JpegCameras(Path folder, int framesPerSecond) throws IOException {
        this.framesPerSecond = framesPerSecond;
        try (var files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) pictures.add(Files.readAllBytes(file));
        }
    }

    int port() {
        return server.getLocalPort();
    }

    @Override
    public void run() {
        try {
            while (true) {
                Socket reader = server.accept();
                Thread thread = new Thread(() -> serve(reader), "jpeg-reader");
                thread.setDaemon(true);
                thread.start();
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private void serve(Socket reader) {
        try (reader;
                OutputStream out = new BufferedOutputStream(reader.getOutputStream(), 1 << 18)) {
            out.write(RtpFilm.ascii(
                    "HTTP/1.1 200 OK\r\nContent-Type: multipart/x-mixed-replace; boundary=frame\r\n\r\n"));
            long begin = System.nanoTime();
            for (long i = 0; ; i++) {
                long wait = begin + i * 1_000_000_000L / framesPerSecond - System.nanoTime();
                if (wait > 0) TimeUnit.NANOSECONDS.sleep(wait);
                byte[] picture = pictures.get((int) (i % pictures.size()));
                out.write(RtpFilm.ascii(
                        "--frame\r\nContent-Type: image/jpeg\r\nContent-Length: " + picture.length + "\r\n\r\n"));
                out.write(picture);
                out.write(RtpFilm.ascii("\r\n"));
                out.flush();
            }
        } catch (IOException e) {
            // The reader left.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
