package club.courtside.media;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * Time that only moves when the test moves it, and only once every thread that ever waited on this clock waits again: so
 * hours pass in milliseconds, and always in the same order.
 */
public final class FakeClock implements FeedClock {

    private record Parked(Object monitor, long until) {}

    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(20);
    private static final Instant BEGIN = Instant.parse("2026-05-01T18:00:00Z");

    private final Map<Thread, Parked> parked = new HashMap<>();
    private final Set<Thread> known = new HashSet<>();
    private long nanos = 1_000_000_000L;

    @Override
    public synchronized Instant now() {
        return BEGIN.plusNanos(nanos - 1_000_000_000L);
    }

    @Override
    public synchronized long nanos() {
        return nanos;
    }

    @Override
    public void await(Object monitor, long wait) throws InterruptedException {
        synchronized (this) {
            known.add(Thread.currentThread());
            parked.put(Thread.currentThread(), new Parked(monitor, nanos + wait));
            notifyAll();
        }
        try {
            monitor.wait();
        } finally {
            synchronized (this) {
                parked.remove(Thread.currentThread());
            }
        }
    }

    @Override
    public void wake(Object monitor) {
        synchronized (this) {
            parked.values().removeIf(waiting -> waiting.monitor() == monitor);
        }
        monitor.notifyAll();
    }

    /** Lets the time pass; whoever waits for a moment in between acts at that moment. */
    public void advance(Duration duration) {
        long target = nanos() + duration.toNanos();
        settle();
        while (nanos() < target) {
            synchronized (this) {
                long next = parked.values().stream()
                        .mapToLong(Parked::until)
                        .filter(until -> until > nanos)
                        .min()
                        .orElse(target);
                nanos = Math.min(target, next);
            }
            wakeAllDue();
            settle();
        }
    }

    private void wakeAllDue() {
        Set<Object> due = new HashSet<>();
        synchronized (this) {
            parked.values().stream().filter(wait -> wait.until() <= nanos).forEach(wait -> due.add(wait.monitor()));
        }
        for (Object monitor : due) {
            synchronized (monitor) {
                wake(monitor);
            }
        }
    }

    /** Waits until every thread waits for this clock again. */
    public synchronized void settle() {
        long patience = System.nanoTime() + PATIENCE;
        while (!known.stream().filter(Thread::isAlive).allMatch(parked::containsKey)) pause(patience);
    }

    public synchronized int threads() {
        return parked.size();
    }

    /** Waits until so many threads have come to wait for this clock. */
    public synchronized void awaitThreads(int count) {
        long patience = System.nanoTime() + PATIENCE;
        while (parked.size() < count) pause(patience);
    }

    private void pause(long patience) {
        if (System.nanoTime() > patience)
            throw new AssertionError("these threads do not come to rest: " + known + ", at rest: " + parked.keySet());
        try {
            wait(2);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
