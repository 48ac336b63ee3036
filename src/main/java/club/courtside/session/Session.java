package club.courtside.session;

import club.courtside.account.Caller;
import club.courtside.account.User;
import club.courtside.court.Camera;
import club.courtside.court.Club;
import club.courtside.court.Court;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * A court opened by somebody in order to record, with one or more of its cameras as angles; or a bare camera being tried
 * out. Open, then closed.
 */
@Entity
@Table(name = "sessions")
public class Session {

    @Id
    private UUID id;

    @ManyToOne(optional = false)
    @JoinColumn(name = "club_id")
    private Club club;

    @ManyToOne
    @JoinColumn(name = "court_id")
    private Court court;

    @OneToMany(mappedBy = "session", cascade = CascadeType.PERSIST, fetch = FetchType.EAGER)
    @OrderBy("number")
    private List<Angle> angles = new ArrayList<>();

    @Embedded
    private TrialCamera trialCamera;

    @ManyToOne(optional = false)
    @JoinColumn(name = "opened_by")
    private User openedBy;

    @Column(name = "opened_at")
    private Instant openedAt;

    @Column(name = "last_used_at")
    private Instant lastUsedAt;

    @Column(name = "closed_at")
    private Instant closedAt;

    protected Session() {}

    /**
     * On cameras of one court.
     *
     * @param cameras its angles, the main one first; at least that one
     */
    public Session(List<Camera> cameras, User openedBy, Instant at) {
        this(cameras.get(0).court().club(), openedBy, at);
        this.court = cameras.get(0).court();
        for (Camera camera : cameras) angles.add(new Angle(this, angles.size() + Angle.MAIN, camera));
    }

    /** On a camera that belongs to no court. */
    public Session(TrialCamera trialCamera, Club club, User openedBy, Instant at) {
        this(club, openedBy, at);
        this.trialCamera = trialCamera;
    }

    private Session(Club club, User openedBy, Instant at) {
        if (club == null || openedBy == null) throw new IllegalArgumentException("a session has a club and an opener");
        this.id = UUID.randomUUID();
        this.club = club;
        this.openedBy = openedBy;
        this.openedAt = at;
        this.lastUsedAt = at;
    }

    void close(Instant at) {
        if (closedAt == null) closedAt = at;
        angles.forEach(Angle::close);
    }

    void usedAt(Instant at) {
        if (at.isAfter(lastUsedAt)) lastUsedAt = at;
    }

    boolean isIdle(Instant now, Duration longest) {
        return isOpen() && lastUsedAt.plus(longest).isBefore(now);
    }

    public boolean isOpen() {
        return closedAt == null;
    }

    boolean isOpenedBy(Caller caller) {
        return openedBy.id().equals(caller.id());
    }

    /** Whether it is theirs, or they run the club. */
    public boolean isManagedBy(Caller caller) {
        return caller.isAdminOf(club.id()) || openedBy.id().equals(caller.id());
    }

    /** What the engine knows its cameras by, the main one's first. */
    public List<UUID> feedIds() {
        return angles.isEmpty()
                ? List.of(id)
                : angles.stream().map(angle -> angle.camera().id()).toList();
    }

    /** Whether this camera is one of its angles. */
    public boolean covers(UUID cameraId) {
        return angles.stream().anyMatch(angle -> angle.camera().id().equals(cameraId));
    }

    /** Court or camera, as people say it. */
    public String place() {
        return court == null ? trialCamera.host() : court.name();
    }

    public UUID id() {
        return id;
    }

    public Club club() {
        return club;
    }

    /** Null when a camera without court is tried out. */
    public Court court() {
        return court;
    }

    /** The main one first; none when a camera without court is tried out. */
    public List<Angle> angles() {
        return List.copyOf(angles);
    }

    /** That of the main angle; null when a camera without court is tried out. */
    public Camera camera() {
        return angles.isEmpty() ? null : angles.get(0).camera();
    }

    /** Null when the camera is a court's. */
    public TrialCamera trialCamera() {
        return trialCamera == null || trialCamera.url() == null ? null : trialCamera;
    }

    public User openedBy() {
        return openedBy;
    }

    public Instant openedAt() {
        return openedAt;
    }

    /** Null while it is open. */
    public Instant closedAt() {
        return closedAt;
    }
}
