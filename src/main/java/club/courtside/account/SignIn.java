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

    /** Not every request is written down. */
    private static final Duration WORTH_NOTING = Duration.ofMinutes(5);

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

    @Column(name = "last_used_at")
    private Instant lastUsedAt;

    private String address;
    private String program;

    protected SignIn() {}

    SignIn(User user, Kind kind, String tokenHash, Instant now, Duration lifetime, Device device) {
        this.id = UUID.randomUUID();
        this.user = user;
        this.kind = kind;
        this.tokenHash = tokenHash;
        this.createdAt = now;
        this.expiresAt = now.plus(lifetime);
        this.lastUsedAt = now;
        this.address = device.address();
        this.program = device.program();
    }

    /** Somebody who comes back in the second half of its time stays signed in. */
    void usedAt(Instant now) {
        if (lastUsedAt == null || now.isAfter(lastUsedAt.plus(WORTH_NOTING))) lastUsedAt = now;
        Duration lifetime = Duration.between(createdAt, expiresAt);
        if (now.isBefore(createdAt.plus(lifetime.dividedBy(2)))) return;
        createdAt = now;
        expiresAt = now.plus(lifetime);
    }

    boolean isValidAt(Instant now) {
        return now.isBefore(expiresAt) && user.isEnabled();
    }

    Caller caller() {
        return user.asCaller().cameBy(id);
    }

    UUID id() {
        return id;
    }

    User user() {
        return user;
    }

    Kind kind() {
        return kind;
    }

    Instant createdAt() {
        return createdAt;
    }

    /** To some minutes; null when it is not known. */
    Instant lastUsedAt() {
        return lastUsedAt;
    }

    String address() {
        return address;
    }

    String program() {
        return program;
    }
}
