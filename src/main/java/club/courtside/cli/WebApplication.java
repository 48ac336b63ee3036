package club.courtside.cli;

import club.courtside.settings.Setting;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Payara Micro with the Courtside WAR, as a process. */
final class WebApplication {

    private static final Duration PATIENCE = Duration.ofSeconds(300);
    private static final Duration PATIENCE_AFTER_DEPLOYMENT = Duration.ofSeconds(60);
    private static final String REFUSAL = "Courtside cannot start: ";
    private static final String LOOPBACK = "127.0.0.1";
    private static final String DEPLOYMENT_OVER = "PayaraMicro";

    private final Installation installation;
    private final String host;
    private final int port;
    private final Optional<Keystore> keystore;
    /** Where commands on this machine ask without TLS; the port itself when there is none. */
    private final int plainPort;

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private ChildProcess process;
    private long startOfLog;

    WebApplication(Installation installation) {
        this.installation = installation;
        this.host = installation.settings().value(Setting.COURTSIDE_HOST);
        this.keystore = Keystore.of(installation.settings());
        this.port = FreePort.on(host, installation.settings().port());
        this.plainPort = keystore.isPresent() ? FreePort.on(LOOPBACK, 0) : port;
    }

    void start() {
        Path home = installation.home();
        Path data = installation.data();
        List<String> command = new ArrayList<>(javaOptions(home));
        command.add("-Dcourtside.home=" + home);
        command.add("-Dcourtside.data=" + data);
        command.add("-Dcourtside.demo=" + installation.settings().demo());
        command.add("-Djava.io.tmpdir=" + emptied(data.resolve("tmp")));
        keystore.ifPresent(own -> command.add(own.javaOption(installation.run("tls.options"))));
        command.addAll(List.of("-jar", home.resolve("payara-micro.jar").toString()));
        command.addAll(List.of("--port", String.valueOf(plainPort), "--nohazelcast", "--disablephonehome"));
        keystore.ifPresent(own -> command.addAll(List.of("--sslport", String.valueOf(port), "--sslcert", own.alias())));
        command.addAll(List.of(
                "--prebootcommandfile", home.resolve("payara/preboot.txt").toString()));
        command.addAll(List.of("--logproperties", logging().toString()));
        command.addAll(List.of("--deploy", home.resolve("ROOT.war").toString()));
        startOfLog = logSize();
        process = ChildProcess.start(
                command,
                Map.of(
                        "COURTSIDE_HOST",
                        host,
                        "COURTSIDE_PORT",
                        String.valueOf(port),
                        "PLAIN_ADDRESS",
                        keystore.isPresent() ? LOOPBACK : host,
                        "TLS_ADDRESS",
                        host),
                installation.log("courtside.log"));
    }

    private List<String> javaOptions(Path home) {
        try {
            List<String> options = new ArrayList<>(Files.readAllLines(home.resolve("payara/jvm.options")));
            options.removeIf(line -> line.isBlank() || line.startsWith("#"));
            installation
                    .settings()
                    .get(Setting.COURTSIDE_JAVA_OPTIONS)
                    .ifPresent(more -> options.addAll(List.of(more.split("\\s+"))));
            return options;
        } catch (IOException e) {
            throw new CannotRun("The installation in " + home
                    + " is incomplete; ./courtside run builds it again after rm -r target.");
        }
    }

    private Path logging() {
        try {
            String level = installation.settings().value(Setting.COURTSIDE_LOG_LEVEL);
            String template = Files.readString(installation.home().resolve("payara/logging.properties"));
            return Files.writeString(
                    installation.run("logging.properties"),
                    template.replace("club.courtside.level=INFO", "club.courtside.level=" + level));
        } catch (IOException e) {
            throw new CannotRun("The file " + installation.run("logging.properties") + " cannot be written.");
        }
    }

    /** What a killed server left unpacked would otherwise fill the disk in time. */
    private static Path emptied(Path folder) {
        try {
            try (var old = Files.walk(folder)) {
                for (Path path : old.sorted(java.util.Comparator.reverseOrder()).toList())
                    if (!path.equals(folder)) Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            // what is left costs space, nothing else
        }
        return folder;
    }

    /**
     * Waits until a page can be asked for.
     *
     * @return false when the server has ended instead
     */
    boolean awaitReady() throws InterruptedException {
        long started = System.nanoTime();
        Long deployed = null;
        while (!isReady()) {
            long now = System.nanoTime();
            if (!process.isAlive()) return false;
            if (now - started > PATIENCE.toNanos()) throw failed("was not ready after " + PATIENCE.toSeconds() + " s");
            if (deployed == null && deploymentIsOver(startOfLog)) deployed = now;
            if (deployed != null && (refusal().isPresent() || now - deployed > PATIENCE_AFTER_DEPLOYMENT.toNanos()))
                throw failed("could not be started");
            Thread.sleep(150);
        }
        return true;
    }

    /** Payara Micro answers "not ready" for ever after a failed deployment, but says in its log that it is through. */
    private boolean deploymentIsOver(long from) {
        return logSince(from).lines().anyMatch(line -> line.contains(DEPLOYMENT_OVER) && line.contains(" ready in "));
    }

    private String logSince(long from) {
        try (var log = Files.newByteChannel(installation.log("courtside.log"))) {
            log.position(Math.min(from, log.size()));
            return new String(Channels.newInputStream(log).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return "";
        }
    }

    private long logSize() {
        try {
            return Files.size(installation.log("courtside.log"));
        } catch (IOException e) {
            return 0;
        }
    }

    /** With the application's own reason where it gave one, such as a setting that does not exist. */
    CannotRun failed(String how) {
        if (!isAlive() && !FreePort.is(host, port)) return FreePort.taken(host, port);
        return new CannotRun(refusal()
                .orElse("The web application " + how + ". The reason stands in " + installation.log("courtside.log")
                        + "."));
    }

    private Optional<String> refusal() {
        return logSince(startOfLog)
                .lines()
                .filter(line -> line.contains(REFUSAL))
                .findFirst()
                .map(line -> line.substring(line.indexOf(REFUSAL)));
    }

    private boolean isReady() throws InterruptedException {
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create(address() + "/mp-health/ready"))
                    .timeout(Duration.ofSeconds(5))
                    .build();
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    boolean isAlive() {
        return process != null && process.isAlive();
    }

    long pid() {
        return process == null ? 0 : process.pid();
    }

    int port() {
        return port;
    }

    void stop() throws InterruptedException {
        if (isAlive()) process.stop(20);
    }

    /** For commands on this machine. */
    String address() {
        return keystore.isPresent() ? "http://" + LOOPBACK + ":" + plainPort : "http://" + reachable() + ":" + port;
    }

    /** For people. */
    String pages() {
        return keystore.isPresent() ? "https://" + reachable() + ":" + port : address();
    }

    private String reachable() {
        return host.equals("0.0.0.0") || host.equals("::") ? LOOPBACK : host;
    }
}
