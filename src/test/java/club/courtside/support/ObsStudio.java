package club.courtside.support;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The real OBS Studio of Debian, without a screen: Xvfb, software GL, 640 × 360. It asks its makers for news at start and
 * listens on all addresses, therefore it lives in a network namespace of its own, with a bridge to its port as the only
 * way in and none out. {@code ./courtside test} installs it.
 */
public final class ObsStudio implements AutoCloseable {

    public static final String PASSWORD = "right-word";
    private static final int PORT_INSIDE = 4455;

    private final Path home;
    private final SocketBridge bridge;
    private final List<Process> around = new ArrayList<>();
    private final long namespace;
    private final String display;
    private Process obs;

    /** Started, with its picture moving and nothing being recorded. */
    public static ObsStudio open() throws IOException {
        ObsStudio studio = new ObsStudio(PASSWORD);
        studio.start();
        return studio;
    }

    /** Not yet started. */
    public static ObsStudio closed() throws IOException {
        return new ObsStudio(PASSWORD);
    }

    /** Started, and everybody may come in. */
    public static ObsStudio withoutPassword() throws IOException {
        ObsStudio studio = new ObsStudio(null);
        studio.start();
        return studio;
    }

    private ObsStudio(String password) throws IOException {
        home = Files.createTempDirectory("obs");
        Files.createDirectories(recordings());
        configure(password);
        Path socket = home.resolve("port");
        Process inside = around(List.of(
                "unshare",
                "-r",
                "-n",
                "sh",
                "-c",
                "ip link set lo up && exec socat UNIX-LISTEN:" + socket + ",fork,unlink-early TCP:127.0.0.1:"
                        + PORT_INSIDE));
        namespace = inside.pid();
        Await.until("the network namespace of OBS Studio", () -> {
            if (!inside.isAlive())
                throw new IllegalStateException(
                        "unshare, ip or socat is missing or not allowed; ./courtside test says what it needs");
            return Files.exists(socket);
        });
        display = ":" + startDisplay();
        bridge = new SocketBridge(socket, 0);
    }

    private Process around(List<String> command) throws IOException {
        Process process = new ProcessBuilder(command)
                .redirectError(home.resolve("around.log").toFile())
                .start();
        around.add(process);
        return process;
    }

    private List<String> inNamespace(String... command) {
        List<String> line =
                new ArrayList<>(List.of("nsenter", "-t", "" + namespace, "-U", "-n", "--preserve-credentials"));
        line.addAll(List.of(command));
        return line;
    }

    private String startDisplay() throws IOException {
        Process xvfb = around(
                inNamespace("Xvfb", "-displayfd", "1", "-screen", "0", "640x480x24", "-nolisten", "tcp", "-noreset"));
        String number =
                new BufferedReader(new InputStreamReader(xvfb.getInputStream(), StandardCharsets.UTF_8)).readLine();
        if (number == null)
            throw new IOException("Xvfb does not start: " + Files.readString(home.resolve("around.log")));
        return number;
    }

    private void configure(String password) throws IOException {
        Path config = home.resolve(".config/obs-studio");
        Path profile = Files.createDirectories(config.resolve("basic/profiles/Court"));
        Path scenes = Files.createDirectories(config.resolve("basic/scenes"));
        write(config.resolve("global.ini"), "global.ini", password);
        write(profile.resolve("basic.ini"), "basic.ini", password);
        write(scenes.resolve("Court.json"), "scenes.json", password);
    }

    private void write(Path to, String resource, String password) throws IOException {
        Files.writeString(
                to,
                Files.readString(Path.of("src/test/resources/obs", resource))
                        .replace("@FOLDER@", recordings().toString())
                        .replace("@PORT@", "" + PORT_INSIDE)
                        .replace("@AUTHENTICATED@", "" + (password != null))
                        .replace("@PASSWORD@", password == null ? "" : password));
    }

    /** Returns when it listens. */
    public void start() throws IOException {
        if (obs != null && obs.isAlive()) throw new IllegalStateException("it runs");
        ProcessBuilder command = new ProcessBuilder(inNamespace("obs", "--multi", "--minimize-to-tray"))
                .redirectErrorStream(true)
                .redirectOutput(log().toFile());
        command.environment().put("HOME", home.toString());
        command.environment().put("XDG_RUNTIME_DIR", home.toString());
        command.environment().remove("XDG_CONFIG_HOME");
        command.environment().put("DISPLAY", display);
        command.environment().put("LIBGL_ALWAYS_SOFTWARE", "1");
        command.environment().put("QT_QPA_PLATFORM", "xcb");
        obs = command.start();
        Await.until("OBS Studio listens", () -> {
            if (!obs.isAlive()) throw new IllegalStateException("it has ended: " + Files.readString(log()));
            return Files.readString(log()).contains("Server started successfully");
        });
    }

    public boolean isRunning() {
        return obs != null && obs.isAlive();
    }

    /** As a crash of it, or of its machine. */
    public void kill() {
        obs.destroyForcibly();
        await(obs);
    }

    /** As when somebody closes its window. */
    public void quit() {
        obs.destroy();
        await(obs);
    }

    private static void await(Process process) {
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS))
                process.destroyForcibly().waitFor();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    /** It goes on, but nobody reaches it. */
    public void leaveNetwork() {
        bridge.cut(true);
    }

    public void rejoinNetwork() {
        bridge.cut(false);
    }

    /** On loopback. */
    public int port() {
        return bridge.port();
    }

    /** Where it puts its files while nobody says otherwise. */
    public Path recordings() {
        return home.resolve("recordings");
    }

    /** What it has printed since its start. */
    public Path log() {
        return home.resolve("obs.log");
    }

    @Override
    public void close() {
        if (obs != null) kill();
        around.forEach(Process::destroyForcibly);
        around.forEach(ObsStudio::await);
        try {
            bridge.close();
            Leftovers.delete(home);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
