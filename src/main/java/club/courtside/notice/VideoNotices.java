package club.courtside.notice;

import club.courtside.court.Club;
import club.courtside.court.NoticeKind;
import club.courtside.engine.api.Reason;
import club.courtside.engine.api.RecordingState;
import club.courtside.library.Video;
import club.courtside.library.VideoArrived;
import club.courtside.library.VideoRecorded;
import club.courtside.library.Videos;
import club.courtside.platform.queue.WorkEnded;
import club.courtside.session.Recording;
import club.courtside.session.RecordingEnded;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/** Of recordings and videos: what went wrong to those who run the club, what is ready to whoever owns it. */
@ApplicationScoped
public class VideoNotices {

    private final NoticeLedger ledger;
    private final Videos videos;

    @Inject
    public VideoNotices(NoticeLedger ledger, Videos videos) {
        this.ledger = ledger;
        this.videos = videos;
    }

    protected VideoNotices() {
        this(null, null);
    }

    void ended(@Observes RecordingEnded event) {
        Recording recording = event.recording();
        boolean failed = recording.state() == RecordingState.FAILED;
        if (!failed && !recording.isShort()) return;
        String key = "notice.RECORDING." + (failed ? "failed" : "short");
        Club club = recording.session().club();
        ledger.tellClub(
                club,
                Tidings.of(
                        NoticeKind.RECORDING,
                        "recording " + recording.id(),
                        "/video.xhtml?id=" + recording.id(),
                        words -> words.text(key + ".title", recording.name()),
                        words -> failed
                                ? words.text(key, place(recording), at(words, recording), why(words, recording))
                                : words.text(
                                        key,
                                        place(recording),
                                        at(words, recording),
                                        Math.round(recording.missingSeconds()),
                                        why(words, recording))));
    }

    private static String place(Recording recording) {
        return recording.session().court() == null
                ? recording.session().club().name()
                : recording.session().court().name();
    }

    private static String at(Words words, Recording recording) {
        return words.time(recording.requestedAt());
    }

    private static String why(Words words, Recording recording) {
        Reason reason = recording.reason();
        return reason == null ? "" : words.reason(reason.code(), reason.message());
    }

    void recorded(@Observes VideoRecorded event) {
        ready(event.video());
    }

    void arrived(@Observes VideoArrived event) {
        ready(event.video());
    }

    /** It is told when it is: see {@link NoticeLedger#waitsForVideo}. */
    private void ready(Video video) {
        ledger.tellOwner(
                video.club(),
                video.owner(),
                new Tidings(
                        NoticeKind.READY,
                        "ready " + video.id(),
                        video.id(),
                        "/video.xhtml?id=" + video.id(),
                        words -> words.text("notice.READY.title", video.title()),
                        words -> words.text("notice.READY", video.title())));
    }

    void ended(@Observes WorkEnded event) {
        if (!event.isGivenUp()) return;
        videos.find(event.videoId())
                .ifPresent(video -> ledger.tellClub(
                        video.club(),
                        Tidings.of(
                                NoticeKind.WORK,
                                "work " + event.id() + " " + event.endedAt(),
                                "/jobs.xhtml",
                                words -> words.text("notice.WORK.title", event.title()),
                                words -> words.text(
                                        "notice.WORK",
                                        words.text("notice.WORK.kind." + kind(event)),
                                        event.title(),
                                        words.reason(event.reasonCode(), event.reason())))));
    }

    /** Jobs have kinds of their own; whatever else is given up goes out to some target. */
    private static String kind(WorkEnded event) {
        return event.work().equals("job") ? event.kind() : "upload";
    }
}
