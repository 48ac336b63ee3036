package club.courtside.demo;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/**
 * The process of the demo club's cameras. It ends with its parent: when its standard input ends, when the process
 * that started it is gone, or when it is asked to.
 */
public final class DemoCameras implements AutoCloseable {

    private final List<DemoCamera> cameras = new ArrayList<>();
    private final RunFile runFile;

    /** @param data Courtside's data folder; the ports of the last run are taken again when they are free */
    public DemoCameras(Path data) {
        runFile = new RunFile(data.resolve("run").resolve("demo.json"));
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        Path data = Path.of(System.getProperty("courtside.data", "data")).toAbsolutePath();
        if (System.getProperty("org.bytedeco.javacpp.cachedir") == null)
            System.setProperty(
                    "org.bytedeco.javacpp.cachedir",
                    data.resolve("cache").resolve("javacpp").toString());
        System.setProperty("java.awt.headless", "true");
        try (DemoCameras demo = new DemoCameras(data)) {
            demo.start();
            System.out.println("Demo cameras are ready: " + String.join(" ", demo.urls()));
            waitForTheEnd();
        }
        System.exit(0);
    }

    private static void waitForTheEnd() throws InterruptedException {
        CountDownLatch end = new CountDownLatch(1);
        Thread input = new Thread(() -> readToTheEnd(end), "waiting for the end of the input");
        input.setDaemon(true);
        input.start();
        ProcessHandle.current().parent().ifPresent(parent -> parent.onExit().thenRun(end::countDown));
        end.await();
    }

    private static void readToTheEnd(CountDownLatch end) {
        try {
            System.in.transferTo(java.io.OutputStream.nullOutputStream());
        } catch (IOException e) {
            // An input that cannot be read has ended too.
        }
        end.countDown();
    }

    /** Starts the cameras and says where they are in {@code run/demo.json}. */
    public void start() throws IOException {
        for (DemoCourt court : DemoCourt.values()) cameras.add(listening(court));
        runFile.write(cameras);
    }

    public List<String> urls() {
        return cameras.stream().map(DemoCamera::url).toList();
    }

    private DemoCamera listening(DemoCourt court) throws IOException {
        DemoCamera camera = camera(CameraSettings.of(court).onPort(runFile.port(court)));
        try {
            camera.start();
            return camera;
        } catch (IOException taken) {
            camera.close();
            DemoCamera anywhere = camera(CameraSettings.of(court));
            anywhere.start();
            return anywhere;
        }
    }

    private DemoCamera camera(CameraSettings settings) {
        return switch (settings.court()) {
            case CENTRAL -> new RtspCamera(settings, SoundCodec.AAC);
            case CENTRAL_ABOVE -> ((RtspCamera) cameras.get(DemoCourt.CENTRAL.ordinal())).beside(settings);
            case PANORAMIQUE -> new MjpegCamera(settings);
            case TERRAIN_3 -> new RtspCamera(settings, SoundCodec.PCMA);
        };
    }

    @Override
    public void close() throws IOException {
        for (DemoCamera camera : cameras) camera.close();
    }
}
