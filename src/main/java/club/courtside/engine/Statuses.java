package club.courtside.engine;

import club.courtside.engine.api.FeedState;
import club.courtside.engine.api.FeedStatus;
import club.courtside.engine.api.Gap;
import club.courtside.engine.api.MediaTrack;
import club.courtside.engine.api.Reason;
import club.courtside.engine.api.RecordingSpec;
import club.courtside.engine.api.RecordingState;
import club.courtside.engine.api.RecordingStatus;
import club.courtside.media.FeedSnapshot;
import club.courtside.media.Recording;
import club.courtside.media.Track;
import java.util.List;
import java.util.Locale;

/** What media knows, in the words of the engine's interface. */
final class Statuses {

    private Statuses() {}

    static FeedStatus of(String id, FeedSnapshot feed, int viewers) {
        return new FeedStatus(
                id,
                FeedState.valueOf(feed.state().name()),
                feed.since(),
                feed.reason() == null ? null : new Reason(lower(feed.reason()), feed.message()),
                first(feed.tracks(), Track.Kind.VIDEO),
                first(feed.tracks(), Track.Kind.AUDIO),
                feed.bitsPerSecond(),
                feed.framesPerSecond(),
                feed.packets(),
                feed.bytes(),
                feed.reconnects(),
                viewers);
    }

    static RecordingStatus of(String id, RecordingSpec spec, Recording.Snapshot recording) {
        return new RecordingStatus(
                id,
                spec.feedId(),
                spec.file(),
                RecordingState.valueOf(recording.state().name()),
                recording.startedAt(),
                recording.endsAt(),
                recording.endedAt(),
                recording.elapsedSeconds(),
                recording.deliveredSeconds(),
                recording.bytes(),
                recording.bitsPerSecond(),
                recording.frames(),
                recording.packetsReceived(),
                recording.packetsWritten(),
                recording.reconnects(),
                recording.gaps().stream()
                        .map(gap -> new Gap(gap.startSeconds(), gap.seconds(), gap.reason()))
                        .toList(),
                track(recording.video()),
                track(recording.audio()),
                recording.reasonCode() == null ? null : new Reason(recording.reasonCode(), recording.reason()),
                recording.sha256());
    }

    /** What an engine before this one told of a recording. */
    static Recording.Before before(RecordingSpec spec) {
        return new Recording.Before(
                spec.gaps().stream()
                        .map(gap -> new Recording.GapInTime(gap.startSeconds(), gap.seconds(), gap.reason()))
                        .toList(),
                spec.reconnects());
    }

    private static MediaTrack first(List<Track> tracks, Track.Kind kind) {
        return tracks.stream()
                .filter(track -> track.kind() == kind)
                .findFirst()
                .map(Statuses::track)
                .orElse(null);
    }

    static MediaTrack track(Track track) {
        if (track == null) return null;
        return new MediaTrack(
                track.codec() == Track.Codec.OTHER ? track.codecName() : lower(track.codec()),
                track.width(),
                track.height(),
                track.sampleRate(),
                track.channels());
    }

    private static String lower(Enum<?> name) {
        return name.name().toLowerCase(Locale.ROOT);
    }
}
