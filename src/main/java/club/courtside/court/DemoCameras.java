package club.courtside.court;

import club.courtside.platform.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The file in which the demo cameras say where they are. */
record DemoCameras(List<DemoCamera> cameras) {

    /**
     * @param court the court's name
     * @param name the name people gave that court
     * @param angle what this camera is called; a court's first one is its main one
     */
    record DemoCamera(String court, String slug, String name, String angle, String url) {

        String title() {
            return name == null || name.equals(court) ? court : court + " · " + name;
        }
    }

    /** @return none when nobody started them */
    static List<DemoCamera> read(Path file) {
        if (!Files.isRegularFile(file)) return List.of();
        try {
            return Json.MAPPER
                    .readValue(Files.readAllBytes(file), DemoCameras.class)
                    .cameras();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the demo cameras in " + file, e);
        }
    }
}
