package club.courtside.demo;

import java.io.IOException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/**
 * What waits to be sent to one client, with a thread of its own. It begins with a key frame; a client that does not keep
 * up goes on with a later key frame.
 */
final class Outbox implements Filming.Viewer, AutoCloseable {

    interface Sender {
        /** May block as long as the client does not read. */
        void send(Unit unit) throws IOException;
    }

    private static final int ROOM = 256;
    private static final Unit END = new Unit(false, 0, false, new byte[0]);

    private final BlockingQueue<Unit> waiting = new ArrayBlockingQueue<>(ROOM);
    private final Sender sender;
    private final Runnable gone;
    private boolean untilKey = true;
    private volatile boolean closed;

    /** @param gone called once when the client cannot be sent to any more */
    Outbox(String name, Sender sender, Runnable gone) {
        this.sender = sender;
        this.gone = gone;
        Thread thread = new Thread(this::run, "sending " + name);
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void see(Unit unit) {
        boolean begins = unit.video() && unit.key();
        if (untilKey && !begins) return;
        untilKey = !waiting.offer(unit);
    }

    private void run() {
        try {
            for (Unit unit = waiting.take(); unit != END && !closed; unit = waiting.take()) sender.send(unit);
        } catch (IOException e) {
            gone.run();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closed = true;
        waiting.clear();
        waiting.offer(END);
    }
}
