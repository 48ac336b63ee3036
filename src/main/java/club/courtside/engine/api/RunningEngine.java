package club.courtside.engine.api;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/**
 * Where an engine says that it listens: {@code run/engine.json} in the data folder. A file that a killed engine left
 * behind is harmless; only an answer to {@code /status} proves that it runs.
 *
 * @param port on 127.0.0.1
 * @param secret what callers send as bearer token
 */
public record RunningEngine(int port, String secret, long pid) {

    /** How an engine ends at once when another one works on its data folder. */
    public static final int ALREADY_RUNNING = 3;

    public static Path file(Path data) {
        return data.resolve("run").resolve("engine.json");
    }

    /** @return empty when there is none, or none that can be read */
    public static Optional<RunningEngine> read(Path data) {
        try {
            return Optional.of(EngineJson.MAPPER.readValue(
                    Files.readString(file(data), StandardCharsets.UTF_8), RunningEngine.class));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Replaces the file in one step; only its owner may read it. */
    public void write(Path data) throws IOException {
        Path file = file(data);
        Path fresh = Files.createTempFile(file.getParent(), "engine", ".json");
        try {
            Files.writeString(fresh, EngineJson.MAPPER.writeValueAsString(this), StandardCharsets.UTF_8);
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    @Override
    public String toString() {
        return "engine " + pid + " on port " + port;
    }
}
