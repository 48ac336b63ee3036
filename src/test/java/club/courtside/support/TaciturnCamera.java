package club.courtside.support;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Stands before a camera and hides the parameter sets in its description, as cameras do that send them in-band only. */
public final class TaciturnCamera extends CameraFront {

    private static final String ANNOUNCED = "sprop-parameter-sets";
    private static final String HIDDEN = "x-nothing-known-here";

    public TaciturnCamera(String url) throws IOException {
        super(url, new ServerSocket(0, 5, InetAddress.getLoopbackAddress()));
    }

    public String url() {
        return "rtsp://127.0.0.1:" + port() + camera.getPath();
    }

    /** What is hidden has the length of what hides it, and descriptions come in one piece. */
    @Override
    void pass(Socket from, Socket to) throws IOException {
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
}
