package club.courtside.media;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** What viewers wait for and a feed's thread delivers; or the reason why it does not come. */
final class Awaited<T> {

    private T value;
    private CameraLost reason;
    private boolean refused;

    synchronized void deliver(T delivered) {
        value = delivered;
        refused = false;
        notifyAll();
    }

    /** Not now; waiting goes on, and the reason is told when it was in vain. */
    synchronized void missing(CameraLost why) {
        value = null;
        reason = why;
    }

    /** Not at all with this camera as it is. */
    synchronized void refuse(CameraLost why) {
        value = null;
        reason = why;
        refused = true;
        notifyAll();
    }

    synchronized T await(Duration patience) throws CameraLost, InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        while (value == null && !refused) {
            long left = end - System.nanoTime();
            if (left <= 0) throw reason();
            TimeUnit.NANOSECONDS.timedWait(this, Math.max(left, 1_000_000));
        }
        if (value == null) throw reason();
        return value;
    }

    private CameraLost reason() {
        return reason == null
                ? new CameraLost(CameraLost.Reason.TIMEOUT, "the camera sent no picture in time")
                : new CameraLost(reason.reason(), reason.getMessage(), reason);
    }
}
