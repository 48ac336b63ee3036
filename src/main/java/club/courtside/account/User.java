package club.courtside.account;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;

/** Somebody who can sign in. Their e-mail address is how they are known to people; case does not matter in it. */
@Entity
@Table(name = "users")
public class User {

    @Id
    private UUID id;

    private String email;

    @Column(name = "display_name")
    private String displayName;

    @Column(name = "password_hash")
    private String passwordHash;

    @Enumerated(EnumType.STRING)
    private Role role;

    private boolean enabled = true;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "last_sign_in_at")
    private Instant lastSignInAt;

    @Column(name = "deleted_at")
    private Instant deletedAt;

    /** Language tag such as {@code fr}; null follows the browser. */
    private String locale;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "user_clubs", joinColumns = @JoinColumn(name = "user_id"))
    @Column(name = "club_id")
    private Set<UUID> clubs = new HashSet<>();

    protected User() {}

    public User(String email, String displayName, Role role, String passwordHash) {
        this.id = UUID.randomUUID();
        this.email = normalized(email);
        this.displayName = displayName == null || displayName.isBlank() ? this.email : displayName.strip();
        this.role = role;
        this.passwordHash = passwordHash;
    }

    /** Somebody who has not chosen a password yet, and cannot sign in. */
    public static User invited(String email, String displayName, Role role) {
        return new User(email, displayName, role, null);
    }

    /** @throws IllegalArgumentException when it cannot be an e-mail address */
    public static String normalized(String email) {
        String clean = email == null ? "" : email.strip().toLowerCase(Locale.ROOT);
        if (clean.length() > 254 || !clean.matches("[^\\s@\\p{Cntrl}]+@[^\\s@\\p{Cntrl}]+"))
            throw new IllegalArgumentException("the e-mail address is not valid");
        return clean;
    }

    public void joins(UUID clubId) {
        clubs.add(clubId);
    }

    public void leaves(UUID clubId) {
        clubs.remove(clubId);
    }

    public void addedAt(Instant now) {
        createdAt = now;
    }

    /** @param newName blank: the address */
    public void rename(String newName) {
        displayName = newName == null || newName.isBlank() ? email : newName.strip();
    }

    /** @throws IllegalArgumentException when it cannot be an e-mail address */
    public void movesTo(String newEmail) {
        email = normalized(newEmail);
    }

    public void becomes(Role newRole) {
        role = newRole;
    }

    /** Nothing of them remains but a row that recordings refer to; the address is free again. */
    public void delete(Instant now) {
        deletedAt = now;
        enabled = false;
        email = id + "@deleted.invalid";
        displayName = "–";
        passwordHash = null;
        locale = null;
        clubs.clear();
    }

    void signedIn(Instant now) {
        lastSignInAt = now;
    }

    public void changePassword(String newHash) {
        passwordHash = newHash;
    }

    public void disable() {
        enabled = false;
    }

    public void enable() {
        enabled = true;
    }

    public void speaks(Locale language) {
        locale = language == null ? null : language.toLanguageTag();
    }

    public Caller asCaller() {
        return new Caller(id, email, displayName, role, clubs);
    }

    public UUID id() {
        return id;
    }

    public String email() {
        return email;
    }

    public String displayName() {
        return displayName;
    }

    public boolean hasPassword(String password) {
        if (passwordHash == null) Passwords.pretendToMatch(password);
        return Passwords.matches(password, passwordHash);
    }

    /** Has not chosen a password yet. */
    public boolean isInvited() {
        return passwordHash == null && deletedAt == null;
    }

    public boolean isDeleted() {
        return deletedAt != null;
    }

    /** Null for those who were there before it was noted. */
    public Instant createdAt() {
        return createdAt;
    }

    public Role role() {
        return role;
    }

    public boolean isEnabled() {
        return enabled;
    }

    /** Null when they never have. */
    public Instant lastSignInAt() {
        return lastSignInAt;
    }

    public String locale() {
        return locale;
    }

    public Set<UUID> clubs() {
        return Set.copyOf(clubs);
    }
}
