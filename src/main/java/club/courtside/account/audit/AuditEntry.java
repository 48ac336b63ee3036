package club.courtside.account.audit;

import club.courtside.account.Caller;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** That somebody did something. It is never changed, and says by itself what it tells of: that may be gone by then. */
@Entity
@Table(name = "audit_entries")
class AuditEntry {

    private static final int LONGEST_NAME = 254;
    private static final int LONGEST_DETAIL = 500;

    @Id
    private UUID id;

    @Column(name = "told_at")
    private Instant at;

    @Enumerated(EnumType.STRING)
    private AuditAction action;

    /** Ids as text, because they may be missing; see docs/easy-to-get-wrong.md. */
    @Column(name = "club_id")
    private String clubId;

    @Column(name = "who_id")
    private String whoId;

    @Column(name = "who_name")
    private String whoName;

    @Column(name = "subject_id")
    private String subjectId;

    private String subject;
    private String detail;
    private String address;

    protected AuditEntry() {}

    AuditEntry(Instant at, Caller who, AuditAction action, UUID clubId) {
        this(at, who.displayName(), who.address(), action, clubId);
        this.whoId = who.id().toString();
    }

    /** @param whoName of somebody who is not signed in */
    AuditEntry(Instant at, String whoName, String address, AuditAction action, UUID clubId) {
        this.id = UUID.randomUUID();
        this.at = at;
        this.action = action;
        this.clubId = text(clubId);
        this.whoName = cut(whoName, LONGEST_NAME);
        this.address = address;
    }

    void about(UUID newSubjectId, String newSubject, String newDetail) {
        subjectId = text(newSubjectId);
        subject = cut(newSubject, LONGEST_NAME);
        detail = cut(newDetail, LONGEST_DETAIL);
    }

    private static String text(UUID id) {
        return id == null ? null : id.toString();
    }

    private static String cut(String text, int longest) {
        return text == null || text.length() <= longest ? text : text.substring(0, longest);
    }

    UUID id() {
        return id;
    }

    Instant at() {
        return at;
    }

    AuditAction action() {
        return action;
    }

    String clubId() {
        return clubId;
    }

    String whoId() {
        return whoId;
    }

    String whoName() {
        return whoName;
    }

    String subjectId() {
        return subjectId;
    }

    String subject() {
        return subject;
    }

    String detail() {
        return detail;
    }

    String address() {
        return address;
    }
}
