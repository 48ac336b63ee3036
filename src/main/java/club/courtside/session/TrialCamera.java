package club.courtside.session;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.net.URI;

/** A camera somebody tries out without it belonging to a court. */
@Embeddable
public class TrialCamera {

    @Column(name = "camera_url")
    private String url;

    @Column(name = "camera_username")
    private String username;

    @Column(name = "encrypted_password")
    private String encryptedPassword;

    protected TrialCamera() {}

    /** @param url without user information */
    public TrialCamera(String url, String username, String encryptedPassword) {
        this.url = url;
        this.username = username;
        this.encryptedPassword = encryptedPassword;
    }

    public String url() {
        return url;
    }

    /** Null when the camera asks for none. */
    public String username() {
        return username;
    }

    String encryptedPassword() {
        return encryptedPassword;
    }

    String host() {
        return URI.create(url).getHost();
    }
}
