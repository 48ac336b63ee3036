package club.courtside.session;

import club.courtside.account.Caller;
import club.courtside.account.CurrentCaller;
import club.courtside.court.Club;
import club.courtside.court.CourtAccess;
import club.courtside.court.SampleCamera;
import club.courtside.court.TrialStep;
import club.courtside.court.Visitor;
import club.courtside.platform.Badge;
import club.courtside.platform.CurrentSettings;
import club.courtside.platform.Notices;
import club.courtside.platform.ProblemException;
import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** Opens a camera by its address, shows what it sends, and records a minute of it: the quickest way to see it work. */
@Named
@ViewScoped
public class TryPage implements Serializable {
    private static final String PAGE = "/admin/try.xhtml?faces-redirect=true";
    private static final int MINUTES = 1;
    /** Of a camera; the page says what to do about it. */
    private static final int UNUSABLE = 422;

    @Inject
    private SessionOpener opener;

    @Inject
    private Recorder recorder;

    @Inject
    private Recordings recordings;

    @Inject
    private CourtAccess courts;

    @Inject
    private CurrentCaller caller;

    @Inject
    private CurrentSettings settings;

    @Inject
    private SampleCamera sample;

    @Inject
    private Notices notices;

    @Inject
    private Visitor visitor;

    private String url;
    private String club;
    private String failure;
    private SessionView session;
    private RecordingView recording;

    /** What is open is shown again, also in another browser. */
    @PostConstruct
    public void read() {
        if (url == null) url = sample.address().orElse(null);
        session = trial().map(SessionView::of).orElse(null);
        recording = session == null
                ? null
                : recordings
                        .latestTakeIn(session.sessionId())
                        .map(take -> RecordingView.of(take.main(), visitor.getNow()))
                        .orElse(null);
    }

    /** The newest that the visitor opened without a court. */
    private Optional<Session> trial() {
        Caller who = caller.require();
        return opener.listOpen(who).stream()
                .filter(open -> open.trialCamera() != null && open.isOpenedBy(who))
                .findFirst();
    }

    public String open() {
        failure = null;
        try {
            opener.openTrial(caller.require(), url, getClubs().size() > 1 ? club : null);
            return PAGE;
        } catch (ProblemException refused) {
            if (refused.status() == UNUSABLE) failure = refused.problem().reason();
            if (failure == null) notices.explain(refused, "trying:url");
            return null;
        }
    }

    public void record() {
        act(() -> recorder.start(
                caller.require(),
                session.sessionId(),
                new StartRequest(new RecordMinutes(MINUTES), null, Boolean.FALSE)));
    }

    public void stop() {
        act(() -> recorder.stop(caller.require(), session.sessionId()));
    }

    private void act(Runnable action) {
        try {
            action.run();
        } catch (ProblemException refused) {
            notices.explain(refused, "running:record");
        }
        read();
    }

    /** What is recorded until then stays in the library. */
    public String close() {
        try {
            recorder.close(caller.require(), session.sessionId());
        } catch (ProblemException gone) {
            notices.tellNext("try.gone");
        }
        return PAGE;
    }

    /** Those that the recordings may belong to. */
    public List<Club> getClubs() {
        Caller who = caller.require();
        return courts.clubs(who).stream().filter(one -> who.isAdminOf(one.id())).toList();
    }

    public String getUrl() {
        return url;
    }

    public void setUrl(String url) {
        this.url = url;
    }

    public String getClub() {
        return club;
    }

    public void setClub(String club) {
        this.club = club;
    }

    /** Why the camera cannot be used; null when it was not tried, or can. */
    public String getFailure() {
        return failure;
    }

    public List<TrialStep> getSteps() {
        return TrialStep.of(failure);
    }

    /** Null while none is open. */
    public SessionView getSession() {
        return session;
    }

    public String getKind() {
        return "try.kind." + session.camera().kind();
    }

    /** The last one of the session; null before the first. */
    public RecordingView getRecording() {
        return recording;
    }

    public boolean isRunning() {
        return recording != null && !recording.state().hasEnded();
    }

    public Badge getBadge() {
        return isRunning() ? Badge.of(recording.state()) : Badge.LIVE;
    }

    public int getMinutes() {
        return MINUTES;
    }

    public long getIdleMinutes() {
        return settings.longestIdle().toMinutes();
    }

    public ZoneId getZone() {
        return getClubs().stream()
                .filter(one -> one.id().equals(session.clubId()))
                .map(Club::timeZone)
                .findFirst()
                .orElseGet(ZoneId::systemDefault);
    }
}
