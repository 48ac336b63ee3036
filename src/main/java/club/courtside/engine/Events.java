package club.courtside.engine;

import club.courtside.engine.api.EngineEvent;
import club.courtside.engine.api.FeedState;
import club.courtside.engine.api.RelayLogin;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/**
 * Tells all readers what changed. Feeds and recordings only leave a note, so that no reader can hold them up; one thread
 * looks at them and hands the events out.
 */
final class Events implements AutoCloseable {

    private record Note(boolean feed, String id) {}

    private static final System.Logger LOG = System.getLogger(Events.class.getName());
    private static final long TICK = Duration.ofSeconds(1).toNanos();

    private final Set<Note> notes = new LinkedHashSet<>();
    private final List<EventQueue> joining = new ArrayList<>();
    private final List<EventQueue> readers = new CopyOnWriteArrayList<>();
    private boolean closed;

    void start(Engine engine) {
        var thread = new Thread(() -> run(engine), "engine-events");
        thread.setDaemon(true);
        thread.start();
    }

    synchronized void feedChanged(String id) {
        if (notes.add(new Note(true, id))) notifyAll();
    }

    synchronized void recordingChanged(String id) {
        if (notes.add(new Note(false, id))) notifyAll();
    }

    /** @param onLag called when the reader is given up because it does not keep up, never after it left; returns at once */
    synchronized EventQueue join(Runnable onLag) {
        var reader = new EventQueue(onLag);
        joining.add(reader);
        notifyAll();
        return reader;
    }

    /** @return false when nobody listens who could answer */
    boolean ask(RelayLogin login) {
        if (readers.isEmpty()) return false;
        publish(new EngineEvent("relay_login", null, null, login));
        return true;
    }

    void leave(EventQueue reader) {
        reader.end();
        readers.remove(reader);
    }

    private void run(Engine engine) {
        long nextTick = System.nanoTime() + TICK;
        while (true) {
            List<EventQueue> fresh = new ArrayList<>();
            List<Note> changed = new ArrayList<>();
            if (!await(nextTick, fresh, changed)) return;
            try {
                changed.forEach(note -> publish(engine, note));
                fresh.forEach(reader -> welcome(engine, reader));
                if (nextTick - System.nanoTime() > 0) continue;
                nextTick += TICK;
                tick(engine);
                publish(new EngineEvent("alive", null, null));
            } catch (RuntimeException e) {
                LOG.log(System.Logger.Level.WARNING, "an event was lost", e);
            }
        }
    }

    private synchronized boolean await(long until, List<EventQueue> fresh, List<Note> changed) {
        try {
            while (!closed && notes.isEmpty() && joining.isEmpty()) {
                long left = until - System.nanoTime();
                if (left <= 0) break;
                TimeUnit.NANOSECONDS.timedWait(this, Math.max(left, 1_000_000));
            }
        } catch (InterruptedException e) {
            return false;
        }
        fresh.addAll(joining);
        changed.addAll(notes);
        joining.clear();
        notes.clear();
        return !closed;
    }

    private void welcome(Engine engine, EventQueue reader) {
        engine.feedStatuses().forEach(feed -> reader.offer(new EngineEvent("feed", feed, null)));
        engine.recordingStatuses().forEach(recording -> reader.offer(new EngineEvent("recording", null, recording)));
        reader.offer(new EngineEvent("alive", null, null));
        readers.add(reader);
    }

    private void tick(Engine engine) {
        if (readers.isEmpty()) return;
        engine.feedStatuses().stream()
                .filter(feed -> feed.state() == FeedState.LIVE)
                .forEach(feed -> publish(new EngineEvent("feed", feed, null)));
        engine.recordingStatuses().stream()
                .filter(recording -> !recording.state().hasEnded())
                .forEach(recording -> publish(new EngineEvent("recording", null, recording)));
    }

    private void publish(Engine engine, Note note) {
        if (readers.isEmpty()) return;
        try {
            publish(
                    note.feed()
                            ? new EngineEvent("feed", engine.feed(note.id()).status(), null)
                            : new EngineEvent(
                                    "recording",
                                    null,
                                    engine.recording(note.id()).status()));
        } catch (Problem gone) {
            // Deleted meanwhile; its reader knows, it asked for it.
        }
    }

    private void publish(EngineEvent event) {
        readers.forEach(reader -> reader.offer(event));
        readers.removeIf(EventQueue::hasEnded);
    }

    @Override
    public synchronized void close() {
        closed = true;
        readers.forEach(EventQueue::end);
        notifyAll();
    }
}
