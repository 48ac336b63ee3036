package club.courtside.account;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** A link by which somebody who has no password, or has forgotten it, chooses one. */
@Entity
@Table(name = "account_links")
public class AccountLink {

    /** What it is for, and how long it is good. */
    public enum Kind {
        INVITATION(Duration.ofDays(7)),
        PASSWORD(Duration.ofHours(1));

        private final Duration lifetime;

        Kind(Duration lifetime) {
            this.lifetime = lifetime;
        }

        public Duration lifetime() {
            return lifetime;
        }
    }

    @Id
    private UUID id;

    @ManyToOne(optional = false)
    @JoinColumn(name = "user_id")
    private User user;

    @Enumerated(EnumType.STRING)
    private Kind kind;

    @Column(name = "token_hash")
    private String tokenHash;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "expires_at")
    private Instant expiresAt;

    protected AccountLink() {}

    AccountLink(User user, Kind kind, String tokenHash, Instant now) {
        this.id = UUID.randomUUID();
        this.user = user;
        this.kind = kind;
        this.tokenHash = tokenHash;
        this.createdAt = now;
        this.expiresAt = now.plus(kind.lifetime());
    }

    boolean isValidAt(Instant now) {
        return now.isBefore(expiresAt) && user.isEnabled();
    }

    User user() {
        return user;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Instant expiresAt() {
        return expiresAt;
    }
}
