package club.courtside.demo;

import java.io.IOException;
import java.net.Socket;
import java.util.List;

/**
 * A camera on the network that shows a demo court, and that can fail like a real one: hang up, go silent, disappear and
 * come back at the same address. It films only while somebody watches.
 */
public abstract class DemoCamera implements AutoCloseable {

    private final CameraSettings settings;
    private final CameraClock clock;
    private final Filming filming;
    private final Sent sent;
    private Listener listener;
    private int port;

    DemoCamera(CameraSettings settings, Film film) {
        this(settings, film, CameraClock.startNow());
    }

    DemoCamera(CameraSettings settings, Film film, CameraClock clock) {
        this.settings = settings;
        this.clock = clock;
        port = settings.port();
        filming = new Filming(settings.court().path(), film, clock);
        sent = new Sent(settings.remembers());
    }

    /** Listens, at the same port as before when it had been started already. */
    public synchronized void start() throws IOException {
        if (listener != null) return;
        listener = new Listener(port, this::hold);
        port = listener.port();
    }

    /** Disappears from the network until the next {@link #start()}; the clock goes on. */
    public synchronized void stop() throws IOException {
        if (listener != null) listener.close();
        listener = null;
    }

    /** Drops all connections; new ones are accepted. */
    public synchronized void hangUp() {
        if (listener != null) listener.hangUp();
    }

    /** While silent, connections stay open and nothing comes. */
    public void silence(boolean on) {
        filming.silence(on);
    }

    /** The address, without user name and password. */
    public abstract String url();

    public synchronized int port() {
        return port;
    }

    /** How many watch now. */
    public int watching() {
        return filming.viewers();
    }

    /** What each client was sent, in the order in which they began to watch; empty unless the camera remembers. */
    public List<List<SentUnit>> sent() {
        return sent.all();
    }

    abstract void hold(Socket connection) throws IOException;

    CameraSettings settings() {
        return settings;
    }

    CameraClock clock() {
        return clock;
    }

    Filming filming() {
        return filming;
    }

    Sent memory() {
        return sent;
    }

    /** Ends the camera and frees its memory. */
    @Override
    public void close() throws IOException {
        stop();
        filming.close();
    }
}
