package club.courtside.media;

import java.time.Duration;

/** Holds long work to what the machine has to spare, and hears how far it is. Called by the thread that works. */
public interface Pace {

    /** Goes as fast as it can, and tells nobody. */
    Pace FREE = new Pace() {
        @Override
        public void at(double part) {}

        @Override
        public void quietFor(Duration most) {}
    };

    /**
     * Returns when the work may go on, at once if nothing is in its way.
     *
     * @param part how much is done, 0 to 1
     */
    void at(double part);

    /** What comes next is one step that says nothing, for at most that long. */
    void quietFor(Duration most);

    /** A part of this work as work of its own. */
    default Pace between(double from, double to) {
        Pace whole = this;
        return new Pace() {
            @Override
            public void at(double part) {
                whole.at(from + (to - from) * Math.max(0, Math.min(1, part)));
            }

            @Override
            public void quietFor(Duration most) {
                whole.quietFor(most);
            }
        };
    }
}
