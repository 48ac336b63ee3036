package club.courtside.bench.library;

import club.courtside.support.Api;
import club.courtside.support.RunningCourtside;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Asks in turn, 20 times a second whatever the answers take. A time runs from the moment at which the request was due, so
 * that one that had to wait for others counts with its waiting, to the last byte of the answer, at a client on the same
 * machine.
 */
public final class LibraryLoad {

    static final int EACH_SECOND = 20;
    private static final int CLIENTS = 16;

    private final Map<String, Api> people = new LinkedHashMap<>();
    private final List<Question> mix;

    LibraryLoad(RunningCourtside courtside, List<Question> mix) {
        this.mix = mix;
        for (String who : List.of("admin", "club", "player"))
            people.put(who, courtside.api().as(who));
    }

    Answers run(Duration time) throws IOException, InterruptedException {
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        try {
            long begin = System.nanoTime();
            int requests = (int) (time.toSeconds() * EACH_SECOND);
            List<Future<Double>> asked = new ArrayList<>();
            for (int i = 0; i < requests; i++) {
                long due = begin + i * Duration.ofSeconds(1).toNanos() / EACH_SECOND;
                while (due - System.nanoTime() > 0) LockSupport.parkNanos(due - System.nanoTime());
                Question question = mix.get(i % mix.size());
                asked.add(clients.submit(() -> millis(question, due)));
            }
            return answers(asked);
        } catch (ExecutionException e) {
            throw new IOException(e.getCause());
        } finally {
            clients.shutdown();
            clients.awaitTermination(1, TimeUnit.MINUTES);
        }
    }

    private Answers answers(List<Future<Double>> asked) throws ExecutionException, InterruptedException {
        List<Double> all = new ArrayList<>();
        Map<Question, List<Double>> each = new LinkedHashMap<>();
        for (int i = 0; i < asked.size(); i++) {
            double millis = asked.get(i).get();
            all.add(millis);
            each.computeIfAbsent(mix.get(i % mix.size()), question -> new ArrayList<>())
                    .add(millis);
        }
        return new Answers(all, each);
    }

    private double millis(Question question, long due) throws IOException {
        Api.Answer answer = people.get(question.who()).get(question.path());
        double millis = (System.nanoTime() - due) / 1e6;
        if (answer.status() != 200) throw new IOException(question + " got " + answer.status());
        return millis;
    }

    /** All times in milliseconds, and those of each question. */
    public record Answers(List<Double> all, Map<Question, List<Double>> each) {

        double percentile(int percent) {
            return percentile(all, percent);
        }

        static double percentile(List<Double> of, int percent) {
            return of.stream()
                    .sorted()
                    .skip(Math.min(of.size() - 1, (long) Math.ceil(of.size() * percent / 100.0) - 1))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
