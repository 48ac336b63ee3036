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

/** A browser that is signed in, or a refresh token that is out. It ends by time, by signing out, or with its user. */
@Entity
@Table(name = "sign_ins")
class SignIn {

    enum Kind {
        BROWSER,
        API
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

    protected SignIn() {}

    SignIn(User user, Kind kind, String tokenHash, Instant now, Duration lifetime) {
        this.id = UUID.randomUUID();
        this.user = user;
        this.kind = kind;
        this.tokenHash = tokenHash;
        this.createdAt = now;
        this.expiresAt = now.plus(lifetime);
    }

    /** Somebody who comes back in the second half of its time stays signed in. */
    void usedAt(Instant now) {
        Duration lifetime = Duration.between(createdAt, expiresAt);
        if (now.isBefore(createdAt.plus(lifetime.dividedBy(2)))) return;
        createdAt = now;
        expiresAt = now.plus(lifetime);
    }

    boolean isValidAt(Instant now) {
        return now.isBefore(expiresAt) && user.isEnabled();
    }

    Caller caller() {
        return user.asCaller().cameBy(kind == Kind.BROWSER ? id : null);
    }

    Kind kind() {
        return kind;
    }
}
