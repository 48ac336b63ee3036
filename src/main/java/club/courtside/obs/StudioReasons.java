package club.courtside.obs;

import club.courtside.engine.api.Reason;
import club.courtside.engine.client.EngineException;
import club.courtside.obs.websocket.ObsLoss;

/** Why an OBS Studio does not do what it should; beside the losses of {@link ObsLoss}. */
final class StudioReasons {

    static final Reason BUSY =
            new Reason("obs_busy", "OBS Studio already records something that was started there; stop it there first");
    static final Reason PAUSED = new Reason("obs_paused", "the recording was paused in OBS Studio");
    static final Reason STOPPING = new Reason("obs_stopping", "OBS Studio does not finish stopping");
    static final Reason NOT_STARTED = new Reason(
            "obs_not_started", "OBS Studio did not begin to record; look at its window and its record folder");
    static final Reason QUALITY = new Reason(
            "obs_quality",
            "OBS Studio is in advanced output mode, where the quality can only be set in its own window");
    static final Reason QUALITY_NOW =
            new Reason("obs_quality_now", "OBS Studio streams, and does not change its quality meanwhile");
    static final Reason NO_FILE = new Reason(
            "obs_file",
            "the file that OBS Studio wrote cannot be reached from here; look at the folders of this court");
    static final Reason PARTS = new Reason(
            "obs_parts",
            "the files before and after the crash of OBS Studio do not fit together; they are in its record folder");
    static final Reason CODEC = new Reason(
            "obs_codec", "OBS Studio records in a format that browsers do not play; set it to H.264 and AAC");

    private static final int REFUSED = 422;

    private StudioReasons() {}

    static Reason of(ObsLoss loss) {
        return new Reason(loss.code(), loss.sentence());
    }

    static EngineException refusal(Reason reason) {
        return new EngineException(REFUSED, reason);
    }
}
