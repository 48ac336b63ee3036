package club.courtside.engine;

import java.util.logging.LogManager;

/**
 * Logs until the very end. To be named in the system property {@code java.util.logging.manager} before the first use of
 * logging; this class's own initialization is one.
 */
public final class EngineLog extends LogManager {

    /** At shutdown the JVM takes the handlers away at once; but the end of the recordings is yet to be told. */
    @Override
    public void reset() {}
}
