package club.courtside.court;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A court of a club; {@code terrain} in the API. */
@Entity
@Table(name = "courts")
public class Court {

    @Id
    private UUID id;

    @ManyToOne(optional = false)
    @JoinColumn(name = "club_id")
    private Club club;

    private String name;
    private String slug;

    /** Where it stands on the wall of courts, from 1. */
    private int position;

    @Column(name = "removed_at")
    private Instant removedAt;

    protected Court() {}

    public Court(Club club, String name, String slug, int position) {
        if (club == null) throw new IllegalArgumentException("a court belongs to a club");
        this.id = UUID.randomUUID();
        this.club = club;
        this.name = Names.checked("name", name);
        this.slug = Names.checkedSlug("slug", slug);
        this.position = position;
    }

    public void rename(String newName) {
        name = Names.checked("name", newName);
    }

    void isFoundAt(String newSlug) {
        slug = Names.checkedSlug("slug", newSlug);
    }

    void standsAt(int newPosition) {
        position = newPosition;
    }

    /** Nobody plays there any more; another court may have its short name. */
    void remove(Instant at) {
        if (removedAt == null) removedAt = at;
        slug = id.toString();
    }

    public boolean isRemoved() {
        return removedAt != null;
    }

    public UUID id() {
        return id;
    }

    public Club club() {
        return club;
    }

    public String name() {
        return name;
    }

    /** Unique within the club. */
    public String slug() {
        return slug;
    }

    public int position() {
        return position;
    }
}
