package club.courtside.obs.websocket;

/** Hears of one connection. Called by its thread: nothing here may wait. */
public interface ObsListener {

    void event(ObsEvent event);

    /** Nothing more comes; called once, and only for a connection that was open. */
    void lost(ObsLoss why);
}
