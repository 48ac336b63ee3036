package club.courtside.media.relay.rtp;

/** RTP has no way to carry that; the message says why, for people. */
public final class NotCarried extends Exception {

    private static final long serialVersionUID = 1L;

    NotCarried(String message) {
        super(message);
    }
}
