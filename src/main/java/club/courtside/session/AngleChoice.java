package club.courtside.session;

import club.courtside.court.Camera;
import java.util.List;

/**
 * The cameras of a court that somebody wants to open.
 *
 * @param cameras the main one first; at least that one
 * @param named whether they asked for this camera alone
 */
record AngleChoice(List<Camera> cameras, boolean named) {

    static AngleChoice all(List<Camera> cameras) {
        return new AngleChoice(cameras, false);
    }

    static AngleChoice only(Camera camera) {
        return new AngleChoice(List.of(camera), true);
    }

    Camera main() {
        return cameras.get(0);
    }

    /** Whether an open session that has the main camera is what they want. */
    boolean isMetBy(Session session) {
        return !named || session.feedIds().equals(List.of(main().id()));
    }
}
