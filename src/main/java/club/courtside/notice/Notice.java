package club.courtside.notice;

import club.courtside.court.Club;
import club.courtside.court.NoticeKind;
import club.courtside.library.Video;
import club.courtside.platform.queue.WorkState;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;

/** One notice to one receiver, in the words that they get. */
@Entity
@Table(name = "notices")
public class Notice {

    private static final int LONGEST_TITLE = 300;
    private static final int LONGEST_TEXT = 1000;
    private static final int LONGEST_REASON = 500;

    @Id
    private UUID id;

    private String occasion;

    @Enumerated(EnumType.STRING)
    private NoticeKind kind;

    @ManyToOne
    @JoinColumn(name = "club_id")
    private Club club;

    @ManyToOne
    @JoinColumn(name = "video_id")
    private Video video;

    private String recipient;
    private String language;
    private String title;
    private String words;
    private String link;

    @Enumerated(EnumType.STRING)
    private WorkState state;

    private int attempts;
    private String reason;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "ended_at")
    private Instant endedAt;

    protected Notice() {}

    /**
     * @param club null when it is about the installation
     * @param link absolute
     */
    Notice(
            Tidings tidings,
            String occasion,
            Club club,
            Video video,
            Receiver receiver,
            Words in,
            String link,
            Instant now) {
        this.id = UUID.randomUUID();
        this.occasion = occasion;
        this.kind = tidings.kind();
        this.club = club;
        this.video = video;
        this.recipient = receiver.email();
        this.language = in.language().toLanguageTag();
        this.title = shortened(tidings.title().apply(in), LONGEST_TITLE);
        this.words = shortened(tidings.text().apply(in), LONGEST_TEXT);
        this.link = link;
        this.state = WorkState.QUEUED;
        this.createdAt = now;
    }

    private static String shortened(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest - 1) + "…";
    }

    void tried() {
        attempts++;
    }

    void done(Instant now) {
        end(WorkState.DONE, null, now);
    }

    void failed(String why, Instant now) {
        end(WorkState.FAILED, why, now);
    }

    void cancelled(Instant now) {
        end(WorkState.CANCELLED, null, now);
    }

    void waits(String why) {
        state = WorkState.WAITING;
        reason = shortened(why, LONGEST_REASON);
    }

    private void end(WorkState how, String why, Instant now) {
        state = how;
        reason = why == null ? null : shortened(why, LONGEST_REASON);
        endedAt = now;
    }

    boolean isOver() {
        return state.isOver();
    }

    UUID id() {
        return id;
    }

    NoticeKind kind() {
        return kind;
    }

    WorkState state() {
        return state;
    }

    /** Told when that is ready; null: at once. */
    Video video() {
        return video;
    }

    /** An e-mail address; null: the webhook. */
    String recipient() {
        return recipient;
    }

    Locale language() {
        return Locale.forLanguageTag(language);
    }

    String title() {
        return title;
    }

    String words() {
        return words;
    }

    String link() {
        return link;
    }

    int attempts() {
        return attempts;
    }

    String reason() {
        return reason;
    }
}
