package club.courtside.support;

import club.courtside.media.Pictures;
import com.sun.net.httpserver.BasicAuthenticator;
import com.sun.net.httpserver.HttpContext;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;

/** An HTTP camera; it sends a picture whenever the test says so. */
public final class JpegCamera implements AutoCloseable {

    private static final int LAST = -1;

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final LinkedBlockingQueue<Integer> due = new LinkedBlockingQueue<>();
    private final Semaphore hungUp = new Semaphore(0);
    private final boolean withLength;
    private final String boundary;

    public JpegCamera(boolean withLength, String password) throws IOException {
        this(withLength, password, "--frame");
    }

    /** @param boundary as it is announced; what stands between the pictures is always the same */
    public JpegCamera(boolean withLength, String password, String boundary) throws IOException {
        this.withLength = withLength;
        this.boundary = boundary;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        HttpContext pictures = server.createContext("/mjpeg", this::stream);
        if (password != null)
            pictures.setAuthenticator(new BasicAuthenticator("camera") {
                @Override
                public boolean checkCredentials(String user, String given) {
                    return given.equals(password);
                }
            });
        server.createContext("/page", exchange -> {
            byte[] page = "<html><body>No video here.</body></html>".getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "text/html");
            exchange.sendResponseHeaders(200, page.length);
            exchange.getResponseBody().write(page);
            exchange.close();
        });
        server.start();
    }

    public String url(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    public void picture(int number) {
        due.add(number);
    }

    /** Ends the connection that is open; when this returns, pictures that fall due are for the next one. */
    public void hangUp() throws InterruptedException {
        due.add(LAST);
        hungUp.acquire();
    }

    private void stream(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "multipart/x-mixed-replace; boundary=" + boundary);
        exchange.sendResponseHeaders(200, 0);
        try (OutputStream out = exchange.getResponseBody()) {
            for (int number = due.take(); number != LAST; number = due.take()) {
                byte[] jpeg = Pictures.jpeg(number, 160, 120);
                String length = withLength ? "Content-Length: " + jpeg.length + "\r\n" : "";
                out.write(("--frame\r\nContent-Type: image/jpeg\r\n" + length + "\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
                out.write(jpeg);
                out.write("\r\n".getBytes(StandardCharsets.US_ASCII));
                out.flush();
            }
            hungUp.release();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
