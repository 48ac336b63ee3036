package club.courtside.court;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Where the relay publishes a court's cameras: each as {@code club/court/camera}, the main one as {@code club/court} too.
 * One that records itself is not published. A camera's short name is made of its name; of two that would be the same, the later one gets a number.
 */
final class RelayPaths {

    private RelayPaths() {}

    /**
     * By the camera's id, the shortest first.
     *
     * @param angles all cameras of one court, its main one first
     */
    static Map<UUID, List<String>> of(List<Camera> angles) {
        Map<UUID, List<String>> paths = new HashMap<>();
        Set<String> taken = new HashSet<>();
        for (Camera camera : angles) {
            Court court = camera.court();
            String place = court.club().slug() + "/" + court.slug();
            List<String> own = new ArrayList<>();
            paths.put(camera.id(), own);
            if (camera.recordsItself()) continue;
            if (taken.isEmpty()) own.add(place);
            own.add(place + "/" + slug(camera, taken));
        }
        return paths;
    }

    private static String slug(Camera camera, Set<String> taken) {
        String made = Names.slugOf(camera.name());
        String wanted = made.isEmpty() ? "camera" : made;
        String slug = wanted;
        for (int number = 2; !taken.add(slug); number++) slug = wanted + "-" + number;
        return slug;
    }
}
