package club.courtside.session;

import club.courtside.account.Caller;
import club.courtside.account.User;
import club.courtside.court.Camera;
import club.courtside.engine.api.Gap;
import club.courtside.engine.api.Reason;
import club.courtside.engine.api.RecordingState;
import club.courtside.engine.api.RecordingStatus;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * One angle of one start/stop inside a session; becomes exactly one MP4. What shall happen (the planned end, a stop) is decided here;
 * what did happen is what the engine reports, until a final report has come.
 */
@Entity
@Table(name = "recordings")
public class Recording {

    private static final String CAMERA = "Camera Recording";
    private static final String OBS = "OBS Recording";

    private static final int UNNOTICED_SECONDS = 10;

    @Id
    private UUID id;

    @ManyToOne(optional = false)
    @JoinColumn(name = "session_id")
    private Session session;

    @ManyToOne
    @JoinColumn(name = "running_session_id")
    private Session runningSession;

    @ManyToOne
    @JoinColumn(name = "camera_id")
    private Camera camera;

    private int position;
    private int take;
    private int angle;
    private String name;

    @ManyToOne(optional = false)
    @JoinColumn(name = "started_by")
    private User startedBy;

    @Column(name = "auto_upload")
    private Boolean autoUpload;

    private boolean sound;

    @Enumerated(EnumType.STRING)
    private RecordingQuality quality;

    @Enumerated(EnumType.STRING)
    private RecordingState state = RecordingState.STARTING;

    @Column(name = "requested_at")
    private Instant requestedAt;

    @Column(name = "planned_end_at")
    private Instant plannedEndAt;

    @Column(name = "stop_requested_at")
    private Instant stopRequestedAt;

    @Column(name = "started_at")
    private Instant startedAt;

    @Column(name = "ended_at")
    private Instant endedAt;

    private String file;

    @Embedded
    private Delivery delivery = Delivery.none();

    @Embedded
    private MediaFormat format = MediaFormat.unknown();

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "recording_gaps", joinColumns = @JoinColumn(name = "recording_id"))
    @OrderColumn(name = "position")
    private List<RecordingGap> gaps = new ArrayList<>();

    @Column(name = "reason_code")
    private String reasonCode;

    @Column(name = "reason_message")
    private String reasonMessage;

    private String sha256;

    /** What its file is about to become; null while nothing is under way. */
    @Column(name = "compact_bytes")
    private Long compactBytes;

    @Column(name = "compact_sha256")
    private String compactSha256;

    @Column(name = "compacted_at")
    private Instant compactedAt;

    private String platform = CAMERA;

    protected Recording() {}

    /**
     * On an angle of a court.
     *
     * @param position how many recordings the session has with this one, from 1
     */
    public Recording(Session session, Angle angle, int position, TakePlan plan) {
        this(session, angle.number(), position, plan);
        this.camera = angle.camera();
        if (camera.recordsItself()) platform = OBS;
    }

    /** On a camera that belongs to no court. */
    public Recording(Session session, int position, TakePlan plan) {
        this(session, Angle.MAIN, position, plan);
    }

    private Recording(Session session, int angle, int position, TakePlan plan) {
        this.id = UUID.randomUUID();
        this.session = session;
        this.runningSession = session;
        this.position = position;
        this.take = plan.number();
        this.angle = angle;
        this.name = plan.name().text();
        this.startedBy = plan.startedBy();
        this.autoUpload = plan.autoUpload();
        this.sound = session.club().sound();
        this.quality = plan.quality();
        this.requestedAt = plan.at();
        this.plannedEndAt = plan.at().plus(plan.minutes().duration());
        this.file =
                "videos/" + session.club().id() + "/" + session.id() + (position == 1 ? "" : "-" + position) + ".mp4";
    }

    /** Takes over what the engine reports. After the end only the checksum may still come. */
    void follow(RecordingStatus status) {
        if (status.sha256() != null && !isCompacted()) sha256 = status.sha256();
        if (hasEnded()) return;
        state = status.state();
        if (status.startedAt() != null) startedAt = status.startedAt();
        delivery = Delivery.of(status);
        if (status.video() != null) format = new MediaFormat(status.video(), status.audio());
        if (status.gaps() != null && !status.gaps().equals(gaps())) replaceGaps(status.gaps());
        because(status.reason());
        if (state.hasEnded()) end(status.endedAt() == null ? shallEndAt() : status.endedAt());
    }

    private void replaceGaps(List<Gap> reported) {
        gaps.clear();
        reported.forEach(gap -> gaps.add(new RecordingGap(gap)));
    }

    private void because(Reason reason) {
        reasonCode = reason == null ? null : reason.code();
        reasonMessage = reason == null ? null : reason.message();
    }

    private void end(Instant at) {
        endedAt = at;
        runningSession = null;
        session.usedAt(at);
    }

    /** What a crash had left of its file is an ordinary MP4 now; when and why it ended stays as it was written down. */
    public void fileIsNow(long bytes, String fingerprint) {
        delivery = delivery.withBytes(bytes);
        sha256 = fingerprint;
    }

    /** A compact copy is about to take the place of its file. */
    public void expectCompact(long bytes, String fingerprint) {
        compactBytes = bytes;
        compactSha256 = fingerprint;
    }

    /** No copy comes after all. */
    public void expectNothing() {
        compactBytes = null;
        compactSha256 = null;
    }

    public boolean expects(long bytes) {
        return compactBytes != null && compactBytes == bytes;
    }

    public boolean isExpecting() {
        return compactBytes != null;
    }

    /**
     * Somebody has looked at its file. If that is the compact copy that was about to come, as far as a size can tell, it
     * has come: the certificate is about that file from now on, and says so.
     *
     * @return whether it is
     */
    public boolean hasBecome(long bytes, Instant at) {
        if (!expects(bytes)) return false;
        fileIsNow(bytes, compactSha256);
        expectNothing();
        compactedAt = at;
        return true;
    }

    public boolean isCompacted() {
        return compactedAt != null;
    }

    /** When a compact copy took the place of its file; null when it is as it was recorded. */
    public Instant compactedAt() {
        return compactedAt;
    }

    /** Nothing came of it. */
    void fail(Reason reason, Instant at) {
        if (hasEnded()) return;
        state = RecordingState.FAILED;
        because(reason);
        end(at);
    }

    /** Somebody wants it to end now. */
    void stopRequested(Instant at) {
        if (stopRequestedAt == null) stopRequestedAt = at;
    }

    void extendBy(RecordMinutes more) {
        plannedEndAt = plannedEndAt.plus(more.duration());
    }

    /** When whoever records it shall end it. */
    public Instant shallEndAt() {
        return stopRequestedAt == null ? plannedEndAt : stopRequestedAt;
    }

    public boolean hasEnded() {
        return state.hasEnded();
    }

    boolean isStopping() {
        return stopRequestedAt != null;
    }

    /** Whether a start with these values means this very recording. */
    boolean isWhat(RecordMinutes minutes, RecordingName wanted) {
        return plannedSeconds() == minutes.duration().toSeconds() && (wanted == null || name.equals(wanted.text()));
    }

    /** Whether it is theirs, or they run the club. */
    public boolean isManagedBy(Caller caller) {
        return caller.isAdminOf(session.club().id()) || startedBy.id().equals(caller.id());
    }

    public long plannedSeconds() {
        return Duration.between(requestedAt, plannedEndAt).toSeconds();
    }

    public double remainingSeconds(Instant now) {
        return hasEnded() ? 0 : Math.max(0, Duration.between(now, shallEndAt()).toMillis() / 1000.0);
    }

    /** Of what was to be recorded until it was stopped. */
    public double missingSeconds() {
        double wanted = Duration.between(requestedAt, shallEndAt()).toMillis() / 1000.0;
        return Math.max(0, wanted - delivery.deliveredSeconds());
    }

    /** Whether people miss something: more than it takes to reach a camera. */
    public boolean isShort() {
        return hasEnded() && missingSeconds() > UNNOTICED_SECONDS;
    }

    public UUID id() {
        return id;
    }

    public Session session() {
        return session;
    }

    /** Null when a camera without court is tried out. */
    public Camera camera() {
        return camera;
    }

    /** What the engine knows the camera by. */
    public UUID feedId() {
        return camera == null ? session.id() : camera.id();
    }

    /** Which start/stop of the session it belongs to, from 1. */
    public int take() {
        return take;
    }

    /** From 1, the main one. */
    public int angle() {
        return angle;
    }

    public String name() {
        return name;
    }

    public User startedBy() {
        return startedBy;
    }

    /** Null follows the club. */
    public Boolean autoUpload() {
        return autoUpload;
    }

    public boolean sound() {
        return sound;
    }

    /** Null as whoever records it is set. */
    public RecordingQuality quality() {
        return quality;
    }

    public RecordingState state() {
        return state;
    }

    public Instant requestedAt() {
        return requestedAt;
    }

    public Instant plannedEndAt() {
        return plannedEndAt;
    }

    /** When the first frame of the file was seen; null before. */
    public Instant startedAt() {
        return startedAt;
    }

    /** Null while it runs. */
    public Instant endedAt() {
        return endedAt;
    }

    /** Relative to the data folder, with slashes. */
    public String file() {
        return file;
    }

    public Delivery delivery() {
        return delivery;
    }

    public MediaFormat format() {
        return format;
    }

    public List<Gap> gaps() {
        return gaps.stream().map(RecordingGap::asGap).toList();
    }

    /** Why it failed, or is interrupted; else null. */
    public Reason reason() {
        return reasonCode == null ? null : new Reason(reasonCode, reasonMessage);
    }

    /** Null until it was computed, some time after the end. */
    public String sha256() {
        return sha256;
    }

    public boolean isByObs() {
        return OBS.equals(platform);
    }

    public String platform() {
        return platform;
    }
}
