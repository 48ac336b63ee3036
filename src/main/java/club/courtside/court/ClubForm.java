package club.courtside.court;

import club.courtside.engine.api.Fit;
import java.io.Serializable;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;

/** A club while somebody fills in its form; begins with what most clubs choose. */
public final class ClubForm implements Serializable {

    private String name;
    private String slug;
    private String timeZone = ZoneId.systemDefault().getId();
    private int retentionDays = 30;
    private int quotaGb;
    private int defaultMinutes = 90;
    private boolean sound = true;
    private boolean allowHevc;
    private UploadPolicy autoUpload = UploadPolicy.INSTALLATION;
    private boolean playersMayDelete;
    private boolean processUploads = true;
    private boolean processRecordings;
    private RenditionFormat format = RenditionFormat.PORTRAIT;
    private Fit fit = Fit.CROP;
    private SubtitleModel subtitles = SubtitleModel.BASE;
    private boolean compact;
    private boolean notifyRecordings = true;
    private boolean notifyCameras = true;
    private boolean notifyWork = true;
    private boolean notifyDisk = true;
    private boolean notifyReady;

    public static ClubForm of(Club club) {
        var form = new ClubForm();
        form.name = club.name();
        form.slug = club.slug();
        form.timeZone = club.timeZone().getId();
        form.retentionDays = club.retentionDays();
        form.quotaGb = club.quotaGb() == null ? 0 : club.quotaGb();
        form.defaultMinutes = club.defaultMinutes();
        form.sound = club.sound();
        form.allowHevc = club.allowsHevc();
        form.autoUpload = club.uploadPolicy();
        form.playersMayDelete = club.playersMayDelete();
        form.processUploads = club.processing().ofUploads();
        form.processRecordings = club.processing().ofRecordings();
        form.format = club.processing().format();
        form.fit = club.processing().fit();
        form.subtitles = club.processing().subtitles();
        form.compact = club.processing().isCompact();
        form.notifyRecordings = club.notices().wants(NoticeKind.RECORDING);
        form.notifyCameras = club.notices().wants(NoticeKind.CAMERA);
        form.notifyWork = club.notices().wants(NoticeKind.WORK);
        form.notifyDisk = club.notices().wants(NoticeKind.DISK);
        form.notifyReady = club.notices().wants(NoticeKind.READY);
        return form;
    }

    /** @param operator whether short name and quota are this person's to choose */
    public ClubWish wish(boolean operator) {
        return new ClubWish(
                name,
                operator && slug != null && !slug.isBlank() ? slug : null,
                timeZone,
                retentionDays,
                operator ? quotaGb : null,
                defaultMinutes,
                sound,
                allowHevc,
                autoUpload,
                playersMayDelete,
                new ProcessingPolicy.Wish(processUploads, processRecordings, format, fit, subtitles, compact),
                new NoticePolicy.Wish(notifyRecordings, notifyCameras, notifyWork, notifyDisk, notifyReady));
    }

    /** @param text part of a time zone's name */
    public List<String> zonesLike(String text) {
        var wanted = text.strip().toLowerCase(Locale.ROOT).replace(' ', '_');
        return ZoneId.getAvailableZoneIds().stream()
                .filter(zone ->
                        zone.contains("/") && zone.toLowerCase(Locale.ROOT).contains(wanted))
                .sorted()
                .toList();
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public String getSlug() {
        return slug;
    }

    public void setSlug(String slug) {
        this.slug = slug;
    }

    public String getTimeZone() {
        return timeZone;
    }

    public void setTimeZone(String timeZone) {
        this.timeZone = timeZone;
    }

    public int getRetentionDays() {
        return retentionDays;
    }

    public void setRetentionDays(int retentionDays) {
        this.retentionDays = retentionDays;
    }

    public int getQuotaGb() {
        return quotaGb;
    }

    public void setQuotaGb(int quotaGb) {
        this.quotaGb = quotaGb;
    }

    public int getDefaultMinutes() {
        return defaultMinutes;
    }

    public void setDefaultMinutes(int defaultMinutes) {
        this.defaultMinutes = defaultMinutes;
    }

    public boolean isSound() {
        return sound;
    }

    public void setSound(boolean sound) {
        this.sound = sound;
    }

    public boolean isAllowHevc() {
        return allowHevc;
    }

    public void setAllowHevc(boolean allowHevc) {
        this.allowHevc = allowHevc;
    }

    public UploadPolicy getAutoUpload() {
        return autoUpload;
    }

    public void setAutoUpload(UploadPolicy autoUpload) {
        this.autoUpload = autoUpload;
    }

    public boolean isPlayersMayDelete() {
        return playersMayDelete;
    }

    public void setPlayersMayDelete(boolean playersMayDelete) {
        this.playersMayDelete = playersMayDelete;
    }

    public boolean isProcessUploads() {
        return processUploads;
    }

    public void setProcessUploads(boolean processUploads) {
        this.processUploads = processUploads;
    }

    public boolean isProcessRecordings() {
        return processRecordings;
    }

    public void setProcessRecordings(boolean processRecordings) {
        this.processRecordings = processRecordings;
    }

    public boolean isCompact() {
        return compact;
    }

    public void setCompact(boolean compact) {
        this.compact = compact;
    }

    public RenditionFormat getFormat() {
        return format;
    }

    public void setFormat(RenditionFormat format) {
        this.format = format;
    }

    public Fit getFit() {
        return fit;
    }

    public void setFit(Fit fit) {
        this.fit = fit;
    }

    public SubtitleModel getSubtitles() {
        return subtitles;
    }

    public void setSubtitles(SubtitleModel subtitles) {
        this.subtitles = subtitles;
    }

    public boolean isNotifyRecordings() {
        return notifyRecordings;
    }

    public void setNotifyRecordings(boolean notifyRecordings) {
        this.notifyRecordings = notifyRecordings;
    }

    public boolean isNotifyCameras() {
        return notifyCameras;
    }

    public void setNotifyCameras(boolean notifyCameras) {
        this.notifyCameras = notifyCameras;
    }

    public boolean isNotifyWork() {
        return notifyWork;
    }

    public void setNotifyWork(boolean notifyWork) {
        this.notifyWork = notifyWork;
    }

    public boolean isNotifyDisk() {
        return notifyDisk;
    }

    public void setNotifyDisk(boolean notifyDisk) {
        this.notifyDisk = notifyDisk;
    }

    public boolean isNotifyReady() {
        return notifyReady;
    }

    public void setNotifyReady(boolean notifyReady) {
        this.notifyReady = notifyReady;
    }
}
