package club.courtside.bench;

import club.courtside.support.Api;
import club.courtside.support.RunningCourtside;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Courtside as a club runs it, with the bench's camera on one court instead of the demo's. */
final class WholeProduct implements AutoCloseable {

    static final String CAMERA = "court";

    private final RunningCourtside courtside;
    private final Api club;
    private final String court;

    WholeProduct(SourceProcess source, Path data) throws IOException {
        source.open();
        courtside = new RunningCourtside(data, Map.of());
        try {
            courtside.start();
            club = courtside.api().as("club");
            court = club.get("/api/courts")
                    .json()
                    .path("items")
                    .get(0)
                    .path("id")
                    .asText();
            useOwnCamera(source.rtsp(CAMERA));
        } catch (IOException | RuntimeException | AssertionError e) {
            courtside.close();
            throw e;
        }
    }

    private void useOwnCamera(String url) throws IOException {
        String cameras = "/api/courts/" + court + "/cameras";
        for (JsonNode camera : club.get(cameras).json().path("items"))
            club.delete(cameras + "/" + camera.path("id").asText());
        Api.Answer added = club.post(cameras, Map.of("name", "Bench", "url", url, "main", true));
        if (added.status() != 201) throw new IOException("no camera: " + added.text());
    }

    RunningCourtside courtside() {
        return courtside;
    }

    Api club() {
        return club;
    }

    String court() {
        return court;
    }

    /** Web application and engine; not launcher and demo cameras. */
    List<Long> pids() {
        return List.of(courtside.webApplication().pid(), courtside.engine().pid());
    }

    @Override
    public void close() {
        courtside.close();
    }
}
