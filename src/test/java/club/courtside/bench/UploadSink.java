package club.courtside.bench;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** A process that takes what is put to it and forgets it: as little work as a server can have. */
final class UploadSink {

    private static final int AT_ONCE = 1 << 18;

    private UploadSink() {}

    public static void main(String[] arguments) throws IOException {
        try (ServerSocket server = new ServerSocket(0, 8, InetAddress.getLoopbackAddress())) {
            System.out.println(server.getLocalPort());
            while (true) {
                Socket socket = server.accept();
                Thread taking = new Thread(() -> take(socket), "sink");
                taking.setDaemon(true);
                taking.start();
            }
        }
    }

    private static void take(Socket socket) {
        byte[] some = new byte[AT_ONCE];
        try (socket) {
            InputStream in = socket.getInputStream();
            for (String head = head(in); !head.isEmpty(); head = head(in)) {
                if (!head.contains("content-length")) {
                    answer(socket, "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n");
                    continue;
                }
                if (head.contains("expect: 100-continue")) answer(socket, "HTTP/1.1 100 Continue\r\n\r\n");
                long left = Long.parseLong(head.replaceFirst("(?s).*content-length: *(\\d+).*", "$1"));
                while (left > 0) {
                    int read = in.read(some, 0, (int) Math.min(some.length, left));
                    if (read < 0) return;
                    left -= read;
                }
                answer(socket, "HTTP/1.1 201 Created\r\nContent-Length: 0\r\n\r\n");
            }
        } catch (IOException gone) {
            // So is the sender.
        }
    }

    /** In lower case; empty when no further request comes. */
    private static String head(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        for (int read = in.read(); read >= 0; read = in.read()) {
            head.append((char) read);
            if (head.length() > 3 && head.substring(head.length() - 4).equals("\r\n\r\n"))
                return head.toString().toLowerCase(Locale.ROOT);
        }
        return "";
    }

    private static void answer(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
    }
}
