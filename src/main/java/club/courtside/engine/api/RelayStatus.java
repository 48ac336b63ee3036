package club.courtside.engine.api;

/**
 * The RTSP server that publishes feeds.
 *
 * @param host the address it listens on
 * @param port 0 while it does not listen
 * @param readers connections that read something now
 * @param reason why it does not listen, else null
 */
public record RelayStatus(String host, int port, int readers, Reason reason) {

    public boolean listens() {
        return port > 0;
    }
}
