package club.courtside.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** One {@link RunningCourtside}, with the {@link Mailbox} of its people, for all test classes that ask for it: booting is the slowest thing a test can do. */
public final class Shared implements ParameterResolver {

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

        @Override
        public void close() throws IOException {
            courtside.close();
            mailbox.close();
            try (var all = Files.walk(folder)) {
                for (Path path : all.sorted(Comparator.reverseOrder()).toList()) Files.deleteIfExists(path);
            }
        }
    }
}
