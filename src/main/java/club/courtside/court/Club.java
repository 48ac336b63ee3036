package club.courtside.court;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;

/** A sports club: its courts, and the rules for what is recorded on them. */
@Entity
@Table(name = "clubs")
public class Club {

    @Id
    private UUID id;

    private String name;
    private String slug;

    @Column(name = "time_zone")
    private String timeZone;

    @Column(name = "retention_days")
    private int retentionDays = 30;

    /** Null: any. */
    @Column(name = "quota_gb")
    private Integer quotaGb;

    @Column(name = "default_minutes")
    private int defaultMinutes = 90;

    private boolean sound = true;

    @Column(name = "allow_hevc")
    private boolean allowHevc;

    /** Null follows the setting {@code VULTR_AUTO_UPLOAD}. */
    @Column(name = "auto_upload")
    private Boolean autoUpload;

    @Column(name = "players_may_delete")
    private boolean playersMayDelete;

    @Embedded
    private ProcessingPolicy processing = new ProcessingPolicy();

    @Embedded
    private NoticePolicy notices = new NoticePolicy();

    @Column(name = "removed_at")
    private Instant removedAt;

    protected Club() {}

    public Club(String name, String slug, ZoneId timeZone) {
        this.id = UUID.randomUUID();
        this.name = Names.checked("name", name);
        this.slug = Names.checkedSlug("slug", slug);
        this.timeZone = timeZone.getId();
    }

    public void rename(String newName) {
        name = Names.checked("name", newName);
    }

    /** Its short name in addresses. */
    void isFoundAt(String newSlug) {
        slug = Names.checkedSlug("slug", newSlug);
    }

    void movesTo(String zone) {
        timeZone = ClubRules.timeZone(zone);
    }

    /** @param days 0 keeps everything */
    public void keepsVideosFor(int days) {
        retentionDays = ClubRules.retentionDays(days);
    }

    /** @param gigabytes 0: any */
    public void fillsAtMost(int gigabytes) {
        quotaGb = ClubRules.quotaGb(gigabytes) == 0 ? null : gigabytes;
    }

    void recordsUsually(int minutes) {
        defaultMinutes = ClubRules.defaultMinutes(minutes);
    }

    void uploads(UploadPolicy policy) {
        autoUpload = policy.stored();
    }

    /** Nobody sees it any more; another club may have its short name. */
    void remove(Instant at) {
        if (removedAt == null) removedAt = at;
        slug = id.toString();
    }

    public boolean isRemoved() {
        return removedAt != null;
    }

    public void playersMayDelete(boolean allowed) {
        playersMayDelete = allowed;
    }

    public void keepsSound(boolean kept) {
        sound = kept;
    }

    /** Whether recordings of an H.265 camera stay H.265; else they become H.264, which every player knows. */
    public void keepsHevc(boolean kept) {
        allowHevc = kept;
    }

    void processes(ProcessingPolicy.Wish wish) {
        processing.choose(wish);
    }

    void hears(NoticePolicy.Wish wish) {
        notices.choose(wish);
    }

    /** Of what it wants to hear. */
    public NoticePolicy notices() {
        return notices;
    }

    /** What becomes of its videos by itself. */
    public ProcessingPolicy processing() {
        return processing;
    }

    public UUID id() {
        return id;
    }

    public String name() {
        return name;
    }

    public String slug() {
        return slug;
    }

    public ZoneId timeZone() {
        return ZoneId.of(timeZone);
    }

    public int retentionDays() {
        return retentionDays;
    }

    /** Space that its videos may take; null: any. */
    public Integer quotaGb() {
        return quotaGb;
    }

    /** How long a recording is when nobody says otherwise. */
    public int defaultMinutes() {
        return defaultMinutes;
    }

    /** Whether recordings keep the camera's audio. */
    public boolean sound() {
        return sound;
    }

    public boolean allowsHevc() {
        return allowHevc;
    }

    /** Null when the club leaves it to the installation's setting. */
    public Boolean autoUpload() {
        return autoUpload;
    }

    public UploadPolicy uploadPolicy() {
        return UploadPolicy.of(autoUpload);
    }

    public boolean playersMayDelete() {
        return playersMayDelete;
    }
}
