package club.courtside.support;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;

/** Stands before a camera, so that what passes between it and who watches can be changed. */
abstract class CameraFront implements AutoCloseable {

    final URI camera;
    private final ServerSocket listening;

    CameraFront(String url, ServerSocket listening) {
        this.camera = URI.create(url);
        this.listening = listening;
        run(this::accept);
    }

    abstract void pass(Socket from, Socket to) throws IOException;

    int port() {
        return listening.getLocalPort();
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

    @Override
    public void close() throws IOException {
        listening.close();
    }
}
