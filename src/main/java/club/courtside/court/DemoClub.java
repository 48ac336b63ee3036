package club.courtside.court;

import club.courtside.account.Users;
import club.courtside.court.DemoCameras.DemoCamera;
import club.courtside.platform.DataFolder;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Optional;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** A club to look around in, for whoever starts Courtside without any configuration. */
@Startup
@Singleton
@DependsOn("Database")
public class DemoClub {

    private static final Logger LOG = Logger.getLogger(DemoClub.class.getName());
    private static final String SLUG = "demo";

    @Inject
    private Clubs clubs;

    @Inject
    private Courts courts;

    @Inject
    private Cameras cameras;

    @Inject
    private Users users;

    @Inject
    private DemoUsers demoUsers;

    @Inject
    private DataFolder data;

    @Inject
    @ConfigProperty(name = "courtside.demo")
    private Optional<Boolean> wanted;

    @Inject
    @ConfigProperty(name = "courtside.db.url")
    private Optional<String> databaseUrl;

    @Inject
    @ConfigProperty(name = "courtside.demo.cameras")
    private Optional<String> cameraList;

    @PostConstruct
    void open() {
        Optional<Club> existing = clubs.byIdOrSlug(SLUG);
        boolean nothingConfigured = databaseUrl.isEmpty() && (existing.isPresent() || users.isEmpty());
        if (wanted.orElse(nothingConfigured)) furnish(existing.orElseGet(this::found));
        else if (users.isEmpty())
            LOG.warning("there is no user yet, so nobody can sign in; COURTSIDE_DEMO=true makes a demo club");
    }

    private Club found() {
        Club club = new Club("Padel Club Démo", SLUG, ZoneId.systemDefault());
        club.playersMayDelete(true);
        clubs.add(club);
        return club;
    }

    private void furnish(Club club) {
        demoUsers.join(club.id());
        Path file = cameraList.map(Path::of).orElseGet(() -> data.run().resolve("demo.json"));
        int position = 0;
        for (DemoCamera camera : DemoCameras.read(file)) place(camera, club, ++position);
    }

    /** The demo cameras may listen on other ports than the last time. */
    private void place(DemoCamera demo, Club club, int position) {
        CameraUrl url = CameraUrl.parse(demo.url());
        Optional<Court> existing = courts.ofClub(club.id()).stream()
                .filter(court -> court.slug().equals(demo.slug()))
                .findFirst();
        if (existing.isEmpty()) {
            Court court = new Court(club, demo.title(), demo.slug(), position);
            courts.add(court);
            cameras.add(new Camera(court, "Caméra 1", url, true));
            return;
        }
        cameras.mainOf(existing.get().id()).ifPresent(camera -> camera.movesTo(url));
    }
}
