package club.courtside.library;

import club.courtside.engine.api.Reason;
import club.courtside.engine.api.RecordingState;
import club.courtside.session.RecordingView;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * The certificate of a recording as the API shows it.
 *
 * @param elapsedSeconds length of the file, gaps included
 * @param deliveredSeconds length without the gaps
 * @param packetsReceived pictures and pieces of sound that the camera delivered; 0 when it was not counted yet
 * @param packetsWritten those of them that are in the file
 * @param reason why it failed or ended early, else null
 * @param fileReason {@code missing}, {@code unreadable} or {@code changed} when the file is not the recorded one, else null
 * @param sizeBytes as recorded, or as compacted
 * @param sha256 lower-case hex, null until some time after the end
 * @param compactedAt when a compact copy took the place of the file: size and fingerprint are the copy's; else null
 * @param checksumLine fingerprint and name of the downloaded file as {@code sha256sum -c} reads them, null without
 *     fingerprint
 */
public record CertificateView(
        UUID videoId,
        UUID recordingId,
        UUID sessionId,
        String title,
        String club,
        String court,
        String recordedBy,
        RecordingState state,
        Instant startedAt,
        Instant endedAt,
        Instant plannedEndAt,
        long plannedSeconds,
        double elapsedSeconds,
        double deliveredSeconds,
        List<Pause> gaps,
        int reconnects,
        long frames,
        long packetsReceived,
        long packetsWritten,
        Reason reason,
        String fileReason,
        long sizeBytes,
        String sha256,
        Instant compactedAt,
        String checksumLine) {

    /** Time without picture. */
    record Pause(Instant at, double startSeconds, double seconds, String reason) {}

    static CertificateView of(VideoDetails video) {
        RecordingView recording = video.recording();
        VideoCard card = video.card();
        return new CertificateView(
                card.id(),
                recording.id(),
                recording.sessionId(),
                card.title(),
                card.clubName(),
                card.courtName(),
                recording.startedBy(),
                recording.state(),
                recording.startedAt(),
                recording.endedAt(),
                recording.plannedEndAt(),
                recording.plannedSeconds(),
                recording.elapsedSeconds(),
                recording.deliveredSeconds(),
                pauses(recording),
                recording.reconnects(),
                recording.frames(),
                recording.packetsReceived(),
                recording.packetsWritten(),
                recording.reason(),
                video.reason(),
                recording.bytes(),
                recording.sha256(),
                recording.compactedAt(),
                recording.sha256() == null ? null : recording.sha256() + "  " + new DownloadName(card.title()).file());
    }

    private static List<Pause> pauses(RecordingView recording) {
        if (recording.startedAt() == null) return List.of();
        return recording.gaps().stream()
                .map(gap -> new Pause(
                        recording.startedAt().plusMillis(Math.round(1000 * gap.startSeconds())),
                        gap.startSeconds(),
                        gap.seconds(),
                        gap.reason()))
                .toList();
    }
}
