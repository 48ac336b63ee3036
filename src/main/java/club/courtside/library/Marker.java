package club.courtside.library;

import club.courtside.account.User;
import club.courtside.session.Session;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * A moment of a match that somebody wants to find again, by the court's clock. It belongs to a take, and so shows in all of
 * its angles; or to the one video that was not recorded here.
 */
@Entity
@Table(name = "markers")
public class Marker {

    @Id
    private UUID id;

    @ManyToOne
    @JoinColumn(name = "session_id")
    private Session session;

    private int take = 1;

    @ManyToOne
    @JoinColumn(name = "video_id")
    private Video video;

    private Instant moment;
    private String label;

    @ManyToOne(optional = false)
    @JoinColumn(name = "made_by")
    private User madeBy;

    protected Marker() {}

    private Marker(Instant moment, MarkerLabel label, User madeBy) {
        if (moment == null || madeBy == null) throw new IllegalArgumentException("a marker has a moment and a maker");
        this.id = UUID.randomUUID();
        this.moment = moment;
        this.label = label.text();
        this.madeBy = madeBy;
    }

    /** Of a take, running or ended. */
    Marker(Session session, int take, Instant moment, MarkerLabel label, User madeBy) {
        this(moment, label, madeBy);
        this.session = session;
        this.take = take;
    }

    /** @param seconds from the video's beginning */
    Marker(Video video, double seconds, MarkerLabel label, User madeBy) {
        this(video.startedAt().plusMillis(Math.round(1000 * seconds)), label, madeBy);
        this.session = video.session();
        this.take = video.take();
        if (session == null) this.video = video;
    }

    void rename(MarkerLabel newLabel) {
        label = newLabel.text();
    }

    boolean isOf(Video other) {
        return session == null
                ? other.id().equals(video.id())
                : session.id().equals(other.sessionId()) && take == other.take();
    }

    /** Where it lies in a film that began then; what came before the first picture lies at its beginning. */
    double secondsFrom(Instant beginning) {
        return Math.max(0, Duration.between(beginning, moment).toMillis() / 1000.0);
    }

    public UUID id() {
        return id;
    }

    public Instant moment() {
        return moment;
    }

    /** Null while it has no name. */
    public String label() {
        return label;
    }

    public User madeBy() {
        return madeBy;
    }
}
