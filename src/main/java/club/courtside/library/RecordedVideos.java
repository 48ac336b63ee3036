package club.courtside.library;

import club.courtside.platform.LiveUpdate;
import club.courtside.session.Recording;
import club.courtside.session.RecordingEnded;
import club.courtside.session.RecordingProgressed;
import club.courtside.session.RecordingStarted;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;

/**
 * Every recording stands in the library from its first frame on. Written in the same transaction as the recording's own
 * state, and only after looking at the file: files first, rows second.
 */
@ApplicationScoped
public class RecordedVideos {

    private final Videos videos;
    private final VideoFiles files;
    private final Clock clock;
    private final Event<LiveUpdate> updates;
    private final Event<VideoRecorded> recordings;

    @Inject
    public RecordedVideos(
            Videos videos, VideoFiles files, Clock clock, Event<LiveUpdate> updates, Event<VideoRecorded> recordings) {
        this.videos = videos;
        this.files = files;
        this.clock = clock;
        this.updates = updates;
        this.recordings = recordings;
    }

    protected RecordedVideos() {
        this(null, null, null, null, null);
    }

    void started(@Observes RecordingStarted event) {
        Video video = new Video(event.recording(), clock.instant());
        videos.add(video);
        tell("video_added", video);
    }

    void progressed(@Observes RecordingProgressed event) {
        videos.find(event.recording().id()).ifPresent(video -> video.grown(event.recording()));
    }

    void ended(@Observes RecordingEnded event) {
        Recording recording = event.recording();
        videos.find(recording.id()).ifPresent(video -> {
            video.recorded(recording, files.size(recording.file()));
            recordings.fire(new VideoRecorded(video));
            tell("video_changed", video);
        });
    }

    private void tell(String event, Video video) {
        updates.fire(new LiveUpdate(event, video.club().id(), VideoView.ownerId(video), VideoView.of(video)));
    }
}
