package club.courtside.court;

import club.courtside.account.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** Courts with the state of their main camera, as the API lists them. */
@ApplicationScoped
public class CourtList {

    private final CourtAccess access;
    private final Courts courts;
    private final Cameras cameras;
    private final CameraFeeds feeds;

    @Inject
    public CourtList(CourtAccess access, Courts courts, Cameras cameras, CameraFeeds feeds) {
        this.access = access;
        this.courts = courts;
        this.cameras = cameras;
        this.feeds = feeds;
    }

    protected CourtList() {
        this(null, null, null, null);
    }

    List<CourtView> of(Caller caller) {
        return access.courts(caller).stream().map(this::view).toList();
    }

    List<CourtView> ofClub(Club club) {
        return courts.ofClub(club.id()).stream().map(this::view).toList();
    }

    CourtView view(Court court) {
        CameraState state = cameras.mainOf(court.id())
                .map(camera -> feeds.state(camera.id()))
                .orElse(null);
        return new CourtView(court.id(), court.club().id(), court.name(), court.slug(), court.position(), state);
    }
}
