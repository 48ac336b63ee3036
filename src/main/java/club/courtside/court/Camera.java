package club.courtside.court;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/**
 * One angle on a court. Its password is kept encrypted and never leaves the application except to the engine. When it is
 * removed, what was recorded with it still says from which camera it comes.
 */
@Entity
@Table(name = "cameras")
public class Camera {

    @Id
    private UUID id;

    @ManyToOne(optional = false)
    @JoinColumn(name = "court_id")
    private Court court;

    private String name;
    private String url;
    private String username;

    @Column(name = "encrypted_password")
    private String encryptedPassword;

    @Enumerated(EnumType.STRING)
    private Transport transport = Transport.TCP;

    @Column(name = "main_angle")
    private boolean main;

    @Embedded
    private RecordFolder folder = RecordFolder.own();

    @Column(name = "removed_at")
    private Instant removedAt;

    protected Camera() {}

    /** @param main the angle that is meant when nobody names one */
    public Camera(Court court, String name, CameraUrl url, boolean main) {
        if (court == null) throw new IllegalArgumentException("a camera belongs to a court");
        this.id = UUID.randomUUID();
        this.court = court;
        this.name = Names.checked("name", name);
        this.url = url.text();
        this.main = main;
    }

    public void rename(String newName) {
        name = Names.checked("name", newName);
    }

    public void movesTo(CameraUrl newUrl) {
        url = newUrl.text();
    }

    public void signsInAs(String user, String encrypted) {
        username = user;
        encryptedPassword = encrypted;
    }

    public void uses(Transport chosen) {
        transport = chosen == null ? Transport.TCP : chosen;
    }

    void writesTo(RecordFolder chosen) {
        folder = chosen;
    }

    public void becomesMain() {
        main = true;
    }

    public void becomesSecondary() {
        main = false;
    }

    /** It is no angle of its court any more, and nobody will sign in to it again. */
    void remove(Instant at) {
        if (removedAt == null) removedAt = at;
        main = false;
        signsInAs(null, null);
    }

    public boolean isRemoved() {
        return removedAt != null;
    }

    public UUID id() {
        return id;
    }

    public Court court() {
        return court;
    }

    public String name() {
        return name;
    }

    /** Without user information. */
    public String url() {
        return url;
    }

    /** No stream, but a program that records what it shows: OBS Studio. */
    public boolean recordsItself() {
        return CameraUrl.isStudio(url);
    }

    /** Of a camera that records itself. */
    public RecordFolder folder() {
        return folder == null ? RecordFolder.own() : folder;
    }

    public String username() {
        return username;
    }

    String encryptedPassword() {
        return encryptedPassword;
    }

    public Transport transport() {
        return transport;
    }

    public boolean isMain() {
        return main;
    }
}
