package club.courtside.obs.websocket;

/** There is no connection to OBS Studio, or none any more. */
public final class ObsLost extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private final ObsLoss loss;

    public ObsLost(ObsLoss loss, Throwable cause) {
        super(loss.sentence(), cause);
        this.loss = loss;
    }

    public ObsLost(ObsLoss loss) {
        this(loss, null);
    }

    public ObsLoss loss() {
        return loss;
    }
}
