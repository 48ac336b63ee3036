package club.courtside.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code run/demo.json}: tells the web application where the demo cameras are, and the next run which ports to take. */
record RunFile(Path file) {

    private static final Pattern URL =
            Pattern.compile("\"url\":\\s*\"[a-z]+://127\\.0\\.0\\.1:(\\d{1,5})/([a-z0-9-]+)");

    /** The port that this camera had in the last run, 0 when there was none. */
    int port(DemoCourt court) throws IOException {
        if (!Files.isRegularFile(file)) return 0;
        Matcher url = URL.matcher(Files.readString(file));
        while (url.find()) {
            int port = Integer.parseInt(url.group(1));
            if (url.group(2).equals(court.path()) && port < 65_536) return port;
        }
        return 0;
    }

    /** Complete or not at all: nobody ever reads half of it. */
    void write(List<DemoCamera> cameras) throws IOException {
        List<String> entries = new ArrayList<>();
        for (DemoCamera camera : cameras) {
            DemoCourt court = camera.settings().court();
            entries.add(String.format(
                    "    {\"court\": \"%s\", \"slug\": \"%s\", \"name\": \"%s\", \"angle\": \"%s\", \"url\": \"%s\"}",
                    court.court(), court.slug(), court.title(), court.angle(), camera.url()));
        }
        String json = "{\n  \"pid\": " + ProcessHandle.current().pid() + ",\n  \"cameras\": [\n"
                + String.join(",\n", entries) + "\n  ]\n}\n";
        Files.createDirectories(file.getParent());
        Path part = file.resolveSibling(file.getFileName() + ".part");
        Files.writeString(part, json);
        Files.move(part, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }
}
