package club.courtside.bench;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What {@code ./courtside bench} is asked for.
 *
 * @param cameras how many at a time, one round after the other
 * @param time that each contender is measured in each round
 * @param only parts to run
 * @param soak length of a soak, which then runs alone; null for none
 * @param seed of the soak
 * @param subject what is measured
 * @param write whether {@code docs/benchmarks.md} and its plot are written anew
 */
record BenchOptions(
        List<Integer> cameras,
        Duration time,
        Set<Part> only,
        Duration soak,
        long seed,
        Subject subject,
        boolean write) {

    /** Each has a chapter of its own in {@code docs/benchmarks.md}. */
    enum Subject {
        RECORDING,
        LIBRARY,
        CONVERSION,
        UPLOADS,
        PRODUCT;

        private String option() {
            return "--" + name().toLowerCase(Locale.ROOT);
        }

        /** Empty when it is no such option. */
        static Optional<Subject> of(String option) {
            return Arrays.stream(values())
                    .filter(subject -> subject != RECORDING && subject.option().equals(option))
                    .findFirst();
        }
    }

    enum Part {
        CAMERAS,
        VIEWERS,
        LATENCY,
        MJPEG,
        STOP,
        START;

        /** Not the engine alone. */
        boolean needsProduct() {
            return this == VIEWERS || this == LATENCY || this == START;
        }
    }

    static final String USAGE = """
            ./courtside bench [--cameras 1,10,30,60,100] [--seconds 30] [--only PART,…] [--no-report]
            ./courtside bench --soak 30m [--seed 1]
            ./courtside bench --library [--seconds 30] [--no-report]
            ./courtside bench --conversion [--no-report]
            ./courtside bench --uploads [--seconds 30] [--no-report]
            ./courtside bench --product [--seconds 30] [--no-report]
            Parts: cameras, viewers, latency, mjpeg, stop, start.""";

    static BenchOptions parse(String... arguments) {
        List<Integer> cameras = List.of(1, 10, 30, 60, 100);
        Duration time = Duration.ofSeconds(30);
        Set<Part> only = Set.of(Part.values());
        Duration soak = null;
        long seed = 1;
        Subject subject = Subject.RECORDING;
        boolean write = true;
        for (int i = 0; i < arguments.length; i++) {
            String name = arguments[i];
            if (name.equals("--no-report")) {
                write = false;
                continue;
            }
            Optional<Subject> named = Subject.of(name);
            if (named.isPresent()) {
                subject = named.get();
                continue;
            }
            if (i + 1 == arguments.length) throw new IllegalArgumentException(name + " needs a value, or is unknown");
            String value = arguments[++i];
            switch (name) {
                case "--cameras" ->
                    cameras = Arrays.stream(value.split(","))
                            .map(number -> number(name, number, 1, 500))
                            .toList();
                case "--seconds" -> time = Duration.ofSeconds(number(name, value, 2, 600));
                case "--only" -> only = parts(value);
                case "--soak" -> soak = length(value);
                case "--seed" -> seed = number(name, value, 0, Integer.MAX_VALUE);
                default -> throw new IllegalArgumentException("unknown option " + name);
            }
        }
        return new BenchOptions(cameras, time, only, soak, seed, subject, write);
    }

    private static int number(String name, String value, int least, int most) {
        try {
            int number = Integer.parseInt(value.strip());
            if (number >= least && number <= most) return number;
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(name + " takes numbers, not " + value, e);
        }
        throw new IllegalArgumentException(name + " lies between " + least + " and " + most);
    }

    private static Set<Part> parts(String value) {
        Set<Part> parts = new TreeSet<>();
        for (String name : value.split(",")) {
            try {
                parts.add(Part.valueOf(name.strip().toUpperCase(Locale.ROOT)));
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException("there is no part " + name, e);
            }
        }
        return parts;
    }

    /** Such as {@code 30m}, {@code 90s} or {@code 1h}; between ten seconds and twelve hours. */
    private static Duration length(String value) {
        if (!value.matches("\\d{1,5}[smh]")) throw new IllegalArgumentException("--soak takes a time such as 30m");
        Duration length = Duration.parse("PT" + value);
        if (length.compareTo(Duration.ofSeconds(10)) < 0 || length.compareTo(Duration.ofHours(12)) > 0)
            throw new IllegalArgumentException("--soak lies between 10s and 12h");
        return length;
    }
}
