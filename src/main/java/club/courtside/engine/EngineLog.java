package club.courtside.engine;

import java.util.logging.LogManager;

/** One line for each message on standard error, until the very end. */
public final class EngineLog extends LogManager {

    private static final String FORMAT = "%1$tFT%1$tT.%1$tL%1$tz %4$s %3$s: %5$s%6$s%n";

    /** Before the first logger. */
    static void configure() {
        System.setProperty("java.util.logging.manager", EngineLog.class.getName());
        System.setProperty("java.util.logging.SimpleFormatter.format", FORMAT);
    }

    /** At shutdown the JVM takes the handlers away at once; but the end of the recordings is yet to be told. */
    @Override
    public void reset() {}
}
