package club.courtside.support;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** Stands before a camera and hides the parameter sets in its description, as cameras do that send them in-band only. */
public final class TaciturnCamera implements AutoCloseable {

    private static final String ANNOUNCED = "sprop-parameter-sets";
    private static final String HIDDEN = "x-nothing-known-here";

    private final URI camera;
    private final ServerSocket listening = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());

    public TaciturnCamera(String url) throws IOException {
        camera = URI.create(url);
        run(this::accept);
    }

    public String url() {
        return "rtsp://127.0.0.1:" + listening.getLocalPort() + camera.getPath();
    }

    private interface Work {
        void run() throws IOException;
    }

    private static void run(Work work) {
        var thread = new Thread(() -> {
            try {
                work.run();
            } catch (IOException ended) {
                // One of the two left.
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    private void accept() throws IOException {
        while (true) {
            Socket client = listening.accept();
            Socket server = new Socket(camera.getHost(), camera.getPort());
            run(() -> pass(client, server));
            run(() -> pass(server, client));
        }
    }

    /** What is hidden has the length of what hides it, and descriptions come in one piece. */
    private static void pass(Socket from, Socket to) throws IOException {
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            byte[] buffer = new byte[1 << 16];
            for (int count = in.read(buffer); count > 0; count = in.read(buffer)) {
                String text = new String(buffer, 0, count, StandardCharsets.ISO_8859_1);
                out.write(text.replace(ANNOUNCED, HIDDEN).getBytes(StandardCharsets.ISO_8859_1));
            }
        }
    }

    @Override
    public void close() throws IOException {
        listening.close();
    }
}
