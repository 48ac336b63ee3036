package club.courtside.library.match;

import club.courtside.account.Caller;
import club.courtside.library.Library;
import club.courtside.library.MarkerView;
import club.courtside.library.Markers;
import club.courtside.library.VideoDetails;
import club.courtside.library.VideoStatus;
import club.courtside.platform.ProblemException;
import club.courtside.session.Recording;
import club.courtside.session.RecordingView;
import club.courtside.session.Recordings;
import club.courtside.session.wall.Tape;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What is on a court besides its picture: the moments of the running match, and the match that has just ended. */
@ApplicationScoped
@Transactional
public class Matches {

    /** Whoever comes back to the court's page that soon finds their match, also when it ended while the phone slept. */
    private static final Duration JUST_NOW = Duration.ofMinutes(15);

    private final Recordings recordings;
    private final Markers markers;
    private final Library library;
    private final Clock clock;

    @Inject
    public Matches(Recordings recordings, Markers markers, Library library, Clock clock) {
        this.recordings = recordings;
        this.markers = markers;
        this.library = library;
        this.clock = clock;
    }

    protected Matches() {
        this(null, null, null, null);
    }

    /** Of the take that a running recording belongs to. */
    public List<MarkerView> moments(UUID recordingId) {
        return recordings
                .find(recordingId)
                .map(recording -> markers.ofTake(recording.session().id(), recording.take()).stream()
                        .map(marker -> MarkerView.of(marker, beginning(recording)))
                        .toList())
                .orElse(List.of());
    }

    private static Instant beginning(Recording recording) {
        return recording.startedAt() == null ? recording.requestedAt() : recording.startedAt();
    }

    /** The caller's last match on that court, when it has ended a moment ago and can be watched. */
    public Optional<PlayedMatch> justPlayed(Caller caller, UUID courtId) {
        return recordings
                .lastOf(caller.id(), courtId)
                .filter(recording -> recording.endedAt() != null)
                .filter(recording -> recording.endedAt().isAfter(clock.instant().minus(JUST_NOW)))
                .flatMap(recording -> played(caller, recording));
    }

    private Optional<PlayedMatch> played(Caller caller, Recording recording) {
        try {
            VideoDetails video = library.details(caller, recording.id());
            RecordingView view = video.recording();
            if (video.card().status() == VideoStatus.FAILED || view == null) return Optional.empty();
            double length = video.card().durationSeconds();
            return Optional.of(new PlayedMatch(
                    video.card(),
                    view.deliveredSeconds(),
                    view.gaps().size(),
                    new Tape(length, length, view.gaps()),
                    PlayedMatch.Moment.of(video.markers(), length)));
        } catch (ProblemException deletedMeanwhile) {
            return Optional.empty();
        }
    }
}
