package club.courtside.court;

import club.courtside.platform.DataFolder;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** A camera that anybody can try: the first of the demo, where it runs. */
@ApplicationScoped
public class SampleCamera {

    private final Path demo;

    @Inject
    public SampleCamera(DataFolder data, @ConfigProperty(name = "courtside.demo.cameras") Optional<String> cameraList) {
        demo = cameraList.map(Path::of).orElseGet(() -> data.run().resolve("demo.json"));
    }

    protected SampleCamera() {
        demo = null;
    }

    public Optional<String> address() {
        return DemoCameras.read(demo).stream().findFirst().map(DemoCameras.DemoCamera::url);
    }
}
