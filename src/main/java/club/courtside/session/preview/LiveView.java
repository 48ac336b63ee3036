package club.courtside.session.preview;

import club.courtside.account.Caller;
import java.util.UUID;
import java.util.function.BooleanSupplier;

/** One open stream of pictures to one viewer. */
final class LiveView {

    private final Caller caller;
    private final PreviewAddress address;
    private final Grant grant;
    private final Runnable end;
    private final BooleanSupplier stalled;

    /** @param end closes the stream; may be called more than once */
    LiveView(Caller caller, PreviewAddress address, Grant grant, Runnable end) {
        this(caller, address, grant, end, () -> false);
    }

    /** @param stalled whether the viewer has taken nothing for so long that nobody is there any more */
    LiveView(Caller caller, PreviewAddress address, Grant grant, Runnable end, BooleanSupplier stalled) {
        this.caller = caller;
        this.address = address;
        this.grant = grant;
        this.end = end;
        this.stalled = stalled;
    }

    boolean isStalled() {
        return stalled.getAsBoolean();
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
