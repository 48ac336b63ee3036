package club.courtside.library;

import club.courtside.account.User;
import club.courtside.court.Club;
import club.courtside.court.Court;
import club.courtside.engine.api.MediaInfo;
import club.courtside.engine.api.RecordingState;
import club.courtside.library.inventory.Reasons;
import club.courtside.session.Angle;
import club.courtside.session.MediaFormat;
import club.courtside.session.Recording;
import club.courtside.session.RecordingName;
import club.courtside.session.Session;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** What stands in the library: one playable file and what people need to know about it. */
@Entity
@Table(name = "videos")
public class Video {

    private static final int LONGEST_DESCRIPTION = 1000;

    @Id
    private UUID id;

    @ManyToOne(optional = false)
    @JoinColumn(name = "club_id")
    private Club club;

    /** To sort by; the club's own id would be read from its table. */
    @Column(name = "club_id", insertable = false, updatable = false)
    private UUID clubId;

    @ManyToOne
    @JoinColumn(name = "court_id")
    private Court court;

    @ManyToOne
    @JoinColumn(name = "owner_id")
    private User owner;

    @ManyToOne
    @JoinColumn(name = "session_id")
    private Session session;

    private int take = 1;
    private int angle = Angle.MAIN;

    @Column(name = "angle_name")
    private String angleName;

    @Enumerated(EnumType.STRING)
    private Origin origin;

    @Enumerated(EnumType.STRING)
    private VideoStatus status;

    private String title;

    /** Made by the database, to sort by and to search in. */
    @Column(name = "sort_title", insertable = false, updatable = false)
    private String sortTitle;

    private String file;

    @Column(name = "started_at")
    private Instant startedAt;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "duration_seconds")
    private double durationSeconds;

    @Column(name = "size_bytes")
    private long bytes;

    @Embedded
    private MediaFormat format = MediaFormat.unknown();

    private boolean keep;

    @Embedded
    private VideoPictures pictures = VideoPictures.none();

    @Column(name = "reason_code")
    private String reason;

    @Column(name = "deleted_at")
    private Instant deletedAt;

    private String sha256;

    /** Its file lies elsewhere alone. */
    private boolean away;

    private String description;

    @Column(name = "has_subtitles")
    private boolean hasSubtitles;

    protected Video() {}

    /** What a recording becomes; it has the recording's id. */
    Video(Recording recording, Instant now) {
        this.id = recording.id();
        this.club = recording.session().club();
        this.court = recording.session().court();
        this.owner = recording.startedBy();
        this.session = recording.session();
        this.origin = recording.isByObs() ? Origin.OBS : Origin.RECORDING;
        this.status = VideoStatus.RECORDING;
        this.take = recording.take();
        this.angle = recording.angle();
        this.angleName = recording.camera() == null ? null : recording.camera().name();
        this.title = angle == Angle.MAIN ? recording.name() : titleOfAngle(recording.name(), angleName);
        this.file = recording.file();
        this.startedAt = recording.startedAt() == null ? recording.requestedAt() : recording.startedAt();
        this.createdAt = now;
        this.format = recording.format();
    }

    /** A file that somebody put into the club's folder. */
    Video(Club club, String file, String title, Instant startedAt, Instant now) {
        this.id = UUID.randomUUID();
        this.club = club;
        this.origin = Origin.IMPORT;
        this.status = VideoStatus.PROCESSING;
        this.title = title;
        this.file = file;
        this.startedAt = startedAt;
        this.createdAt = now;
    }

    /** A file that somebody has uploaded. */
    public Video(UUID id, Club club, User owner, String file, String title, Instant startedAt, Instant now) {
        this.id = id;
        this.club = club;
        this.owner = owner;
        this.origin = Origin.UPLOAD;
        this.status = VideoStatus.PROCESSING;
        this.title = title;
        this.file = file;
        this.startedAt = startedAt;
        this.createdAt = now;
    }

    /** So that people tell the angles of one match apart. */
    private static String titleOfAngle(String name, String angleName) {
        String ending = " · " + angleName;
        int left = RecordingName.LONGEST - ending.length();
        return (name.length() > left ? name.substring(0, left).strip() : name) + ending;
    }

    /** Its recording still runs. */
    void grown(Recording recording) {
        durationSeconds = recording.delivery().elapsedSeconds();
        bytes = recording.delivery().bytes();
        format = recording.format();
    }

    /**
     * Its recording has ended.
     *
     * @param bytesOnDisk the file's size, 0 when there is no file
     */
    void recorded(Recording recording, long bytesOnDisk) {
        boolean playable = recording.state() == RecordingState.COMPLETED && bytesOnDisk > 0;
        status = playable ? VideoStatus.READY : VideoStatus.FAILED;
        durationSeconds = recording.delivery().elapsedSeconds();
        bytes = bytesOnDisk;
        format = recording.format();
    }

    /** Its file is not there; it may come back. */
    void lost() {
        failed(Reasons.MISSING);
    }

    /** Nothing in its file can be played. */
    void unreadable(long bytesOnDisk) {
        failed(Reasons.UNREADABLE);
        bytes = bytesOnDisk;
    }

    private void failed(String why) {
        status = VideoStatus.FAILED;
        reason = why;
    }

    /**
     * Somebody has looked into its file, and it can be played.
     *
     * @param asRecorded whether it is, by its size, the file that was recorded
     */
    void examined(MediaInfo found, boolean asRecorded) {
        status = VideoStatus.READY;
        reason = asRecorded ? null : Reasons.CHANGED;
        if (found.bytes() != bytes) pictures.thumbnailLost();
        bytes = found.bytes();
        if (found.seconds() > 0) durationSeconds = found.seconds();
        format = new MediaFormat(found.video(), found.audio());
    }

    /** A compact copy has taken the place of its file: the same pictures at the same moments. */
    void compacted(MediaInfo found) {
        bytes = found.bytes();
        format = new MediaFormat(found.video(), found.audio());
        reason = null;
    }

    /**
     * It was looked at when it arrived.
     *
     * @param playable whether browsers play it as it is; if not, it waits for being converted
     * @param fingerprint of the file as it stands in the library, SHA-256 in lower-case hex
     */
    public void arrived(MediaInfo found, boolean playable, String fingerprint) {
        examined(found, true);
        reason = playable ? null : Reasons.UNCONVERTED;
        sha256 = fingerprint;
    }

    /** Its copies are being made, it is looked at and listened to. */
    public void processing() {
        if (status == VideoStatus.READY) status = VideoStatus.PROCESSING;
    }

    /**
     * All of that is over.
     *
     * @param plays whether browsers can play the file or a copy of it
     */
    public void processed(boolean plays) {
        if (status == VideoStatus.PROCESSING) status = plays ? VideoStatus.READY : VideoStatus.FAILED;
    }

    public void describe(String sentence) {
        description = sentence.length() > LONGEST_DESCRIPTION ? sentence.substring(0, LONGEST_DESCRIPTION) : sentence;
    }

    public void subtitled() {
        hasSubtitles = true;
    }

    /** Its file goes from here; what lies elsewhere is it from now on. */
    void movedAway() {
        away = true;
    }

    public boolean isAway() {
        return away;
    }

    /** Nobody sees it any more; its files go next, then it. */
    void deleted(Instant at) {
        if (deletedAt == null) deletedAt = at;
    }

    /** @throws club.courtside.platform.ProblemException 400 naming {@code title} */
    void rename(String newTitle) {
        title = RecordingName.checked("title", newTitle);
    }

    /** Marked so, it is never removed by itself. */
    void keep(boolean kept) {
        keep = kept;
    }

    /** What its picture shows, in English; null when it was not described. */
    public String description() {
        return description;
    }

    public boolean hasSubtitles() {
        return hasSubtitles;
    }

    /** Whether browsers play its own file. */
    public boolean isPlayedByBrowsers() {
        return !Reasons.UNCONVERTED.equals(reason);
    }

    public boolean isRecording() {
        return status == VideoStatus.RECORDING;
    }

    public boolean isReady() {
        return status == VideoStatus.READY;
    }

    public boolean isProcessing() {
        return status == VideoStatus.PROCESSING;
    }

    public boolean isDeleted() {
        return deletedAt != null;
    }

    /** Why it is not as it should be, one of {@link Reasons}; null when all is well. */
    public String reason() {
        return reason;
    }

    public UUID id() {
        return id;
    }

    public Club club() {
        return club;
    }

    /** Null when it was made on no court. */
    public Court court() {
        return court;
    }

    /** Null when it belongs to the club. */
    public User owner() {
        return owner;
    }

    /** Null when it was not recorded here. */
    Session session() {
        return session;
    }

    /** Null when it was not recorded here. */
    public UUID sessionId() {
        return session == null ? null : session.id();
    }

    /** Null when it was not recorded here. */
    public UUID recordingId() {
        return session == null ? null : id;
    }

    /** Which start/stop of the session it shows, from 1. */
    public int take() {
        return take;
    }

    /** From which of the take's angles, 1 the main one. */
    public int angle() {
        return angle;
    }

    /** What the camera was called; null when it was a bare one, or the video was not recorded here. */
    public String angleName() {
        return angleName;
    }

    /** Whether it shows the same match from another side. */
    boolean isAngleBeside(Video other) {
        return sessionId() != null
                && sessionId().equals(other.sessionId())
                && take == other.take
                && angle != other.angle;
    }

    public Origin origin() {
        return origin;
    }

    /** Uploaded by a program, for nobody in particular. */
    public boolean isFromProgram() {
        return origin == Origin.UPLOAD && owner == null;
    }

    public VideoStatus status() {
        return status;
    }

    public String title() {
        return title;
    }

    /** Relative to the data folder, with slashes. */
    public String file() {
        return file;
    }

    public Instant startedAt() {
        return startedAt;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public double durationSeconds() {
        return durationSeconds;
    }

    public long bytes() {
        return bytes;
    }

    public MediaFormat format() {
        return format;
    }

    /** Of a file that was not recorded here; null when it is not known. */
    public String sha256() {
        return sha256;
    }

    public boolean isKept() {
        return keep;
    }

    VideoPictures pictures() {
        return pictures;
    }
}
