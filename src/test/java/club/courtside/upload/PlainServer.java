package club.courtside.upload;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Hears whoever connects out for once, says the same to all of them, and hangs up. */
final class PlainServer implements AutoCloseable {

    private static final int HEARD = 65_536;

    private final ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());

    PlainServer(String answer) throws IOException {
        var thread = new Thread(() -> serve(answer + "\r\n\r\n"), "plain server");
        thread.setDaemon(true);
        thread.start();
    }

    private void serve(String answer) {
        while (!socket.isClosed()) {
            try (Socket client = socket.accept()) {
                client.getInputStream().read(new byte[HEARD]);
                if (!answer.isBlank()) client.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
            } catch (IOException e) {
                // Whoever does not like it leaves; and so does the test.
            }
        }
    }

    int port() {
        return socket.getLocalPort();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
