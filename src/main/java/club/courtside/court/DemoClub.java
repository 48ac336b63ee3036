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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Logger;
import java.util.stream.Collectors;
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
        Map<String, List<DemoCamera>> demo = DemoCameras.read(file).stream()
                .collect(Collectors.groupingBy(DemoCamera::slug, LinkedHashMap::new, Collectors.toList()));
        int position = 0;
        for (List<DemoCamera> angles : demo.values()) {
            Court court = court(angles.get(0), club, ++position);
            angles.forEach(angle -> place(angle, court, angle == angles.get(0)));
        }
    }

    private Court court(DemoCamera demo, Club club, int position) {
        return courts.ofClub(club.id()).stream()
                .filter(court -> court.slug().equals(demo.slug()))
                .findFirst()
                .orElseGet(() -> {
                    Court court = new Court(club, demo.title(), demo.slug(), position);
                    courts.add(court);
                    return court;
                });
    }

    /** The demo cameras may listen on other ports than the last time. */
    private void place(DemoCamera demo, Court court, boolean main) {
        CameraUrl url = CameraUrl.parse(demo.url());
        cameras.ofCourt(court.id()).stream()
                .filter(camera -> main ? camera.isMain() : camera.name().equals(demo.angle()))
                .findFirst()
                .ifPresentOrElse(
                        camera -> camera.movesTo(url),
                        () -> cameras.add(
                                new Camera(court, demo.angle() == null ? "Caméra 1" : demo.angle(), url, main)));
    }
}
