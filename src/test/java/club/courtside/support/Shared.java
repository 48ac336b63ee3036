package club.courtside.support;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** One {@link RunningCourtside}, with the {@link Mailbox} of its people, for all test classes that ask for it: booting is the slowest thing a test can do. */
public final class Shared implements ParameterResolver, AfterAllCallback {

    private static final Duration RESTART = Duration.ofMinutes(5);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == RunningCourtside.class || type == Mailbox.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Instance shared =
                context.getRoot().getStore(ExtensionContext.Namespace.GLOBAL).getOrComputeIfAbsent(Instance.class);
        return parameter.getParameter().getType() == Mailbox.class ? shared.mailbox : shared.courtside;
    }

    /** What a class that fails leaves open does not fail the next one. */
    @Override
    public void afterAll(ExtensionContext context) {
        Instance shared =
                context.getRoot().getStore(ExtensionContext.Namespace.GLOBAL).get(Instance.class, Instance.class);
        if (shared != null) shared.tidy();
    }

    static final class Instance implements AutoCloseable {

        private final Path folder = temporaryFolder();
        private final Mailbox mailbox = new Mailbox();
        private final RunningCourtside courtside =
                new RunningCourtside(folder.resolve("data"), mailbox.settings()).start();

        private static Path temporaryFolder() {
            try {
                return Files.createTempDirectory("courtside-it");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private void tidy() {
            Await.until("the web application answers", RESTART, courtside::answers);
            Api operator = courtside.api().as("admin");
            for (JsonNode session :
                    operator.get("/api/video/session/list").json().path("items"))
                operator.post(
                        "/api/video/session/close",
                        Map.of("session_id", session.path("session_id").asText()));
            for (JsonNode club : operator.get("/api/clubs").json().path("items"))
                if (!club.path("slug").asText().equals("demo"))
                    operator.delete("/api/clubs/" + club.path("id").asText() + "?confirm="
                            + club.path("slug").asText());
        }

        @Override
        public void close() throws IOException {
            courtside.close();
            mailbox.close();
            Leftovers.delete(folder);
        }
    }
}
