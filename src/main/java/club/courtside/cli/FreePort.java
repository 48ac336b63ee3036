package club.courtside.cli;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/** A TCP port that nobody listens on, for a server that binds it some seconds later. */
public final class FreePort {

    /**
     * Any port is one below those that Linux gives to connections (ip_local_port_range, 32768 to 60999): one of these could
     * be somebody's own end before the server binds it, or while the server is started again.
     */
    private static final int LOWEST = 15_000;

    private static final int BEHIND_HIGHEST = 32_768;
    private static final int TRIES = 100;

    private FreePort() {}

    /** @param wanted 0 for any */
    public static int on(String host, int wanted) {
        if (wanted == 0) return any(host);
        if (is(host, wanted)) return wanted;
        throw taken(host, wanted);
    }

    private static int any(String host) {
        return ThreadLocalRandom.current()
                .ints(TRIES, LOWEST, BEHIND_HIGHEST)
                .filter(port -> is(host, port))
                .findFirst()
                .orElseThrow(() -> new CannotRun("No free port was found on " + host + "."));
    }

    static boolean is(String host, int port) {
        try (ServerSocket probe = new ServerSocket()) {
            probe.setReuseAddress(true);
            probe.bind(new InetSocketAddress(InetAddress.getByName(host), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    static CannotRun taken(String host, int port) {
        return new CannotRun("Port " + port + " on " + host + " is taken by another program. Choose another one: "
                + "COURTSIDE_PORT=" + (port + 1) + " ./courtside run");
    }
}
