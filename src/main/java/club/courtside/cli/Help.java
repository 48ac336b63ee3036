package club.courtside.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** The texts of {@code docs/commands.txt} and {@code docs/commands/}, which the script shows as well. */
final class Help {

    private Help() {}

    /** Whether somebody asks what a command does instead of asking for it. */
    static boolean isWanted(List<String> options) {
        return options.contains("--help") || options.contains("-h");
    }

    static String overview() {
        return read("commands.txt").orElseThrow();
    }

    /** @throws WrongUsage when there is no such command */
    static String of(String command) {
        return Optional.of(command)
                .filter(name -> name.matches("[a-z-]+"))
                .flatMap(name -> read("commands/" + name + ".txt"))
                .orElseThrow(() ->
                        new WrongUsage("there is no command '" + command + "'; ./courtside help lists them all."));
    }

    private static Optional<String> read(String text) {
        try (InputStream in = Help.class.getResourceAsStream("help/" + text)) {
            return in == null
                    ? Optional.empty()
                    : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8).stripTrailing());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
