package club.courtside.platform.queue;

import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Ends without interrupting anybody: H2 closes the file that an interrupted thread reads, for everybody. */
final class UninterruptedPool extends ThreadPoolExecutor {

    UninterruptedPool(int threads, ThreadFactory factory) {
        super(threads, threads, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), factory);
    }

    @Override
    public List<Runnable> shutdownNow() {
        shutdown();
        return List.of();
    }
}
