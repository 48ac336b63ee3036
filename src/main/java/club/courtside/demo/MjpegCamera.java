package club.courtside.demo;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.time.Instant;
import java.util.List;

/** A camera that sends JPEG pictures over HTTP ({@code multipart/x-mixed-replace}) at an irregular pace. */
public final class MjpegCamera extends DemoCamera {

    /** Milliseconds from picture to picture, over and over; about eleven a second. */
    public static final List<Integer> INTERVALS =
            List.of(33, 40, 67, 40, 100, 33, 50, 200, 40, 33, 120, 40, 67, 500, 33, 40, 80, 40, 150, 33);

    private static final String BOUNDARY = "courtside-picture";

    /** One for all connections: a player may answer the challenge on another than it was given it on. */
    private final Login login;

    public MjpegCamera(CameraSettings settings) {
        super(settings, new JpegFilm(settings.court(), INTERVALS));
        this.login = settings.login();
    }

    @Override
    public String url() {
        return "http://127.0.0.1:" + port() + path();
    }

    private String path() {
        return "/" + settings().court().path() + ".mjpeg";
    }

    @Override
    void hold(Socket connection) throws IOException {
        var in = new BufferedInputStream(connection.getInputStream());
        OutputStream out = connection.getOutputStream();
        for (Request request = Request.read(in); request != null; request = Request.read(in)) {
            if (login != null && !login.accepts(request.method(), request.header("Authorization")))
                refuse(out, "401 Unauthorized", "WWW-Authenticate: " + login.challenge() + "\r\n");
            else if (!request.path().equals(path())) refuse(out, "404 Not Found", "");
            else if (!request.method().equals("GET")) refuse(out, "405 Method Not Allowed", "Allow: GET\r\n");
            else {
                show(connection, in, out);
                return;
            }
        }
    }

    private static void refuse(OutputStream out, String status, String headers) throws IOException {
        out.write(Request.ascii("HTTP/1.1 " + status + "\r\n" + headers + "Content-Length: 0\r\n\r\n"));
    }

    private void show(Socket connection, BufferedInputStream in, OutputStream out) throws IOException {
        out.write(Request.ascii("HTTP/1.1 200 OK\r\nContent-Type: multipart/x-mixed-replace; boundary=" + BOUNDARY
                + "\r\nCache-Control: no-store\r\nConnection: close\r\n\r\n"));
        List<SentUnit> noted = memory().client();
        try (Outbox outbox = new Outbox(path(), unit -> send(unit, out, noted), () -> drop(connection))) {
            filming().join(outbox);
            try {
                while (in.read() >= 0) {
                    // A viewer says nothing more; its end of the connection is all there is to wait for.
                }
            } finally {
                filming().leave(outbox);
            }
        }
    }

    private void send(Unit picture, OutputStream out, List<SentUnit> noted) throws IOException {
        byte[] head = Request.ascii("--" + BOUNDARY + "\r\nContent-Type: image/jpeg\r\nContent-Length: "
                + picture.data().length + "\r\n\r\n");
        byte[] part = new byte[head.length + picture.data().length + 2];
        System.arraycopy(head, 0, part, 0, head.length);
        System.arraycopy(picture.data(), 0, part, head.length, picture.data().length);
        part[part.length - 2] = '\r';
        part[part.length - 1] = '\n';
        out.write(part);
        memory().note(noted, new SentUnit(true, true, picture.micros(), 0, Instant.now(), picture.data().length));
    }

    private static void drop(Socket connection) {
        try {
            connection.close();
        } catch (IOException e) {
            // It is gone, which was wanted.
        }
    }
}
