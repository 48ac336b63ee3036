package club.courtside.obs;

import club.courtside.engine.api.FeedStatus;
import club.courtside.engine.api.RecordingStatus;

/** Hears what an OBS Studio does; called by that studio's thread. */
interface StudioReports {

    void recording(RecordingStatus status);

    void connection(FeedStatus status);
}
