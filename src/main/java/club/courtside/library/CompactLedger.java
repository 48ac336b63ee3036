package club.courtside.library;

import club.courtside.engine.api.MediaInfo;
import club.courtside.session.Recording;
import club.courtside.session.Recordings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

/**
 * What is written down while a compact copy takes the place of a recording's file, each entry one short transaction. What
 * the file is about to become comes first, then the file, then that it is there: whoever is killed in between leaves one
 * file or the other, and {@link VideoReconciliation} knows both.
 */
@ApplicationScoped
@Transactional
public class CompactLedger {

    private final Videos videos;
    private final VideoFiles files;
    private final VideoUploads uploads;
    private final Recordings recordings;
    private final Clock clock;

    @Inject
    public CompactLedger(Videos videos, VideoFiles files, VideoUploads uploads, Recordings recordings, Clock clock) {
        this.videos = videos;
        this.files = files;
        this.uploads = uploads;
        this.recordings = recordings;
        this.clock = clock;
    }

    protected CompactLedger() {
        this(null, null, null, null, null);
    }

    /**
     * A copy of that size and SHA-256 is about to come.
     *
     * @return false when the file shall stay after all: it is no longer what it was, or on its way somewhere
     */
    public boolean expect(UUID videoId, long bytes, String sha256) {
        if (uploads.underWay().contains(videoId)) return false;
        Optional<Recording> recording = videos.find(videoId)
                .filter(video -> video.isReady() || video.isProcessing())
                .filter(video -> !video.isAway() && video.reason() == null)
                .filter(video -> files.size(video.file()) == video.bytes())
                .flatMap(video -> recordings.find(videoId));
        recording.ifPresent(found -> found.expectCompact(bytes, sha256));
        return recording.isPresent();
    }

    /** It does not come: the file is the recorded one. */
    public void expectNothing(UUID videoId) {
        recordings.find(videoId).ifPresent(Recording::expectNothing);
    }

    /**
     * The copy lies where the file lay.
     *
     * @return false when its video was deleted meanwhile
     */
    public boolean arrived(UUID videoId, MediaInfo found) {
        Optional<Video> video = videos.find(videoId);
        video.ifPresent(compact -> {
            recordings.find(videoId).ifPresent(recording -> recording.hasBecome(found.bytes(), clock.instant()));
            compact.compacted(found);
        });
        return video.isPresent();
    }
}
