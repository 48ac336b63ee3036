package club.courtside.support;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;

/** Waits for something that other threads or processes bring about, not for time to pass. */
public final class Await {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final long PAUSE = Duration.ofMillis(10).toNanos();

    private Await() {}

    public static void until(String what, Callable<Boolean> condition) {
        until(what, PATIENCE, condition);
    }

    public static void until(String what, Duration patience, Callable<Boolean> condition) {
        value(what, patience, condition, value -> value);
    }

    /** The first value that is wanted; an exception counts as none. */
    public static <T> T value(String what, Callable<T> source, Predicate<T> wanted) {
        return value(what, PATIENCE, source, wanted);
    }

    public static <T> T value(String what, Duration patience, Callable<T> source, Predicate<T> wanted) {
        long end = System.nanoTime() + patience.toNanos();
        Object last = null;
        while (end - System.nanoTime() > 0) {
            try {
                T value = source.call();
                if (wanted.test(value)) return value;
                last = value;
            } catch (Exception e) {
                last = e;
            }
            LockSupport.parkNanos(PAUSE);
        }
        throw new AssertionError("waited in vain for " + what + "; last: " + last);
    }
}
