package club.courtside.media;

/** How a feed stands with its camera. */
public enum FeedState {
    /** Nobody needs it; not connected. */
    IDLE,
    /** First attempt, or again after a change of address. */
    CONNECTING,
    /** Video arrives. */
    LIVE,
    /** Needed, but not connected; tried again with growing pauses. */
    LOST
}
