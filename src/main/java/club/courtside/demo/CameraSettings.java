package club.courtside.demo;

/**
 * A demo camera's choices.
 *
 * @param court what it shows
 * @param port wanted on loopback, 0 for any free one
 * @param username who may see it, null for everybody
 * @param remembers whether {@link DemoCamera#sent()} keeps what was sent
 */
public record CameraSettings(DemoCourt court, int port, String username, String password, boolean remembers) {

    public static CameraSettings of(DemoCourt court) {
        return new CameraSettings(court, 0, null, null, false);
    }

    public CameraSettings onPort(int wanted) {
        return new CameraSettings(court, wanted, username, password, remembers);
    }

    public CameraSettings onlyFor(String user, String secret) {
        return new CameraSettings(court, port, user, secret, remembers);
    }

    public CameraSettings remembering() {
        return new CameraSettings(court, port, username, password, true);
    }

    Login login() {
        return username == null ? null : new Login(username, password);
    }
}
