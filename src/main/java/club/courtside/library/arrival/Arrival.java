package club.courtside.library.arrival;

import club.courtside.account.Caller;
import club.courtside.account.User;
import club.courtside.court.Club;
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

/** A video file on its way into a club's library from somebody's computer. It becomes the video with its id. */
@Entity
@Table(name = "arrivals")
public class Arrival {

    @Id
    private UUID id;

    @ManyToOne(optional = false)
    @JoinColumn(name = "club_id")
    private Club club;

    @ManyToOne
    @JoinColumn(name = "user_id")
    private User user;

    @Column(name = "file_name")
    private String fileName;

    @Column(name = "size_bytes")
    private long bytes;

    @Enumerated(EnumType.STRING)
    private ArrivalState state;

    @Column(name = "reason_code")
    private String reason;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "last_at")
    private Instant lastAt;

    protected Arrival() {}

    /** @param user null when a program sends it for the club */
    Arrival(Club club, User user, ArrivalName name, long bytes, Instant now) {
        if (club == null) throw new IllegalArgumentException("somebody uploads into a club");
        if (bytes <= 0) throw new IllegalArgumentException("an arrival has a length");
        this.id = UUID.randomUUID();
        this.club = club;
        this.user = user;
        this.fileName = name.text();
        this.bytes = bytes;
        this.state = ArrivalState.RECEIVING;
        this.createdAt = now;
        this.lastAt = now;
    }

    /** Something of it has come. */
    void continued(Instant at) {
        lastAt = at;
    }

    /** Its last byte is here. */
    void complete(Instant at) {
        if (state == ArrivalState.RECEIVING) state = ArrivalState.EXAMINING;
        lastAt = at;
    }

    void takenIn(Instant at) {
        end(ArrivalState.DONE, null, at);
    }

    /** @param why code of the reason */
    void refused(String why, Instant at) {
        end(ArrivalState.REFUSED, why, at);
    }

    void expired(Instant at) {
        end(ArrivalState.EXPIRED, null, at);
    }

    private void end(ArrivalState how, String why, Instant at) {
        if (state.isOver()) return;
        state = how;
        reason = why;
        lastAt = at;
    }

    boolean isReceiving() {
        return state == ArrivalState.RECEIVING;
    }

    boolean isBelongingTo(Caller caller) {
        return user == null ? caller.isProgram() : user.id().equals(caller.id());
    }

    Instant expiresAt(Duration patience) {
        return lastAt.plus(patience);
    }

    UUID id() {
        return id;
    }

    Club club() {
        return club;
    }

    /** Null when a program sends it for the club. */
    User user() {
        return user;
    }

    /** As the audit log names them. */
    Caller sender() {
        return user == null ? Caller.ofProgram("Processing server", club.id()) : user.asCaller();
    }

    ArrivalName name() {
        return new ArrivalName(fileName);
    }

    /** When it will be whole. */
    long bytes() {
        return bytes;
    }

    ArrivalState state() {
        return state;
    }

    /** Code of the reason why it was refused, else null. */
    String reason() {
        return reason;
    }

    Instant createdAt() {
        return createdAt;
    }

    /** Its file in the library, relative to the data folder. */
    String file(String extension) {
        return "videos/" + club.id() + "/" + id + "." + extension;
    }
}
