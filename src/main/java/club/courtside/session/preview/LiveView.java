package club.courtside.session.preview;

import club.courtside.account.Caller;
import java.util.UUID;

/** One open stream of pictures to one viewer. */
final class LiveView {

    private final Caller caller;
    private final PreviewAddress address;
    private final Grant grant;
    private final Runnable end;

    /** @param end closes the stream; may be called more than once */
    LiveView(Caller caller, PreviewAddress address, Grant grant, Runnable end) {
        this.caller = caller;
        this.address = address;
        this.grant = grant;
        this.end = end;
    }

    /** As they were when it began. */
    Caller viewer() {
        return caller;
    }

    PreviewAddress address() {
        return address;
    }

    boolean dependsOn(UUID sessionId) {
        return sessionId.equals(grant.sessionId());
    }

    void end() {
        end.run();
    }
}
