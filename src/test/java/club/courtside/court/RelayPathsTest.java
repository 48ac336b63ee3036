package club.courtside.court;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class RelayPathsTest {

    private final Club club = new Club("Padel du Lac", "lac", ZoneId.of("Europe/Paris"));
    private final Court court = new Court(club, "Central", "central", 1);
    private final Camera main = camera("Caméra 1");

    @Test
    void the_main_camera_has_the_courts_path_and_one_of_its_own() {
        assertThat(RelayPaths.of(List.of(main)).get(main.id())).containsExactly("lac/central", "lac/central/camera-1");
    }

    @Test
    void the_other_cameras_have_one_each_even_if_their_names_are_alike() {
        Camera side = camera("Caméra, 1");
        Camera back = camera("後ろ");
        var paths = RelayPaths.of(List.of(main, side, back));
        assertThat(paths.get(side.id())).containsExactly("lac/central/camera-1-2");
        assertThat(paths.get(back.id())).containsExactly("lac/central/camera");
    }

    private Camera camera(String name) {
        return new Camera(court, name, CameraUrl.parse("rtsp://camera/1"), false);
    }
}
