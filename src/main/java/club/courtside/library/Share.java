package club.courtside.library;

import club.courtside.account.Passwords;
import club.courtside.account.User;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** Leave to watch somebody's video: for a player of the club, or for whoever has a link and perhaps knows its password. */
@Entity
@Table(name = "shares")
public class Share {

    @Id
    private UUID id;

    @ManyToOne(optional = false)
    @JoinColumn(name = "video_id")
    private Video video;

    @ManyToOne
    @JoinColumn(name = "user_id")
    private User player;

    @Column(name = "expires_at")
    private Instant expiresAt;

    @Column(name = "password_hash")
    private String passwordHash;

    @Column(name = "may_download")
    private boolean mayDownload;

    @ManyToOne(optional = false)
    @JoinColumn(name = "created_by")
    private User createdBy;

    @Column(name = "created_at")
    private Instant createdAt;

    protected Share() {}

    private Share(Video video, User createdBy, Instant now) {
        if (video == null || createdBy == null) throw new IllegalArgumentException("a share has a video and a giver");
        this.id = UUID.randomUUID();
        this.video = video;
        this.createdBy = createdBy;
        this.createdAt = now;
    }

    /** With a player of the club, until it is taken back. */
    Share(Video video, User player, User createdBy, Instant now) {
        this(video, createdBy, now);
        if (player == null) throw new IllegalArgumentException("a share with a player has a player");
        this.player = player;
        this.mayDownload = true;
    }

    /** By a link. */
    Share(Video video, LinkTerms terms, User createdBy, Instant now) {
        this(video, createdBy, now);
        this.expiresAt = terms.expiresAt();
        this.passwordHash = terms.password() == null ? null : Passwords.hash(terms.password());
        this.mayDownload = terms.mayDownload();
    }

    boolean isLink() {
        return player == null;
    }

    boolean isOver(Instant now) {
        return expiresAt != null && !now.isBefore(expiresAt);
    }

    boolean hasPassword() {
        return passwordHash != null;
    }

    /** Slow, as it shall be. */
    boolean opensWith(String password) {
        return Passwords.matches(password, passwordHash);
    }

    public UUID id() {
        return id;
    }

    public Video video() {
        return video;
    }

    /** Null for a link. */
    public User player() {
        return player;
    }

    /** Null: until it is taken back. */
    public Instant expiresAt() {
        return expiresAt;
    }

    public boolean mayDownload() {
        return mayDownload;
    }

    public User createdBy() {
        return createdBy;
    }

    public Instant createdAt() {
        return createdAt;
    }
}
