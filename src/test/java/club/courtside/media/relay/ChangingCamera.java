package club.courtside.media.relay;

import club.courtside.media.CameraAddress;
import club.courtside.media.CameraLost;
import club.courtside.media.FeedClock;
import club.courtside.media.Source;

/** One camera, and after a loss another at the same address. */
final class ChangingCamera implements Source.Opener {

    private final ClipCamera first;
    private final ClipCamera second;
    private volatile boolean changed;

    ChangingCamera(ClipCamera first, ClipCamera second) {
        this.first = first;
        this.second = second;
    }

    void change() {
        changed = true;
        first.drop();
    }

    @Override
    public Source open(CameraAddress address, FeedClock clock) throws CameraLost {
        return (changed ? second : first).open(address, clock);
    }
}
