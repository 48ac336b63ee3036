package club.courtside.settings;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads {@code NAME=value} lines; {@code #} comments, {@code export} and quotes are understood, nothing is expanded. */
final class EnvFile {

    private static final Pattern LINE =
            Pattern.compile("\\s*(?:export\\s+)?([A-Za-z_][A-Za-z0-9_]*)\\s*=\\s*(.*?)\\s*");

    private EnvFile() {}

    /** @return nothing when there is no such file */
    static Map<String, String> read(Path file) {
        if (!Files.isRegularFile(file)) return Map.of();
        try {
            return parse(Files.readAllLines(file));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the settings in " + file, e);
        }
    }

    /** Whole, or not at all. */
    static void write(Path file, Map<String, String> values) {
        List<String> lines = values.entrySet().stream()
                .map(value -> value.getKey() + "=" + value.getValue())
                .toList();
        try {
            Files.createDirectories(file.getParent());
            Path written = Files.write(file.resolveSibling(file.getFileName() + ".new"), lines);
            Files.move(written, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the settings in " + file, e);
        }
    }

    static Map<String, String> parse(List<String> lines) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String line : lines) {
            Matcher setting = LINE.matcher(line);
            if (setting.matches()) values.put(setting.group(1), plain(setting.group(2)));
        }
        return values;
    }

    private static String plain(String value) {
        for (char quote : new char[] {'"', '\''}) {
            int end = value.indexOf(quote, 1);
            if (!value.isEmpty() && value.charAt(0) == quote && end > 0) return value.substring(1, end);
        }
        int comment = value.indexOf(" #");
        return comment < 0 ? value : value.substring(0, comment).stripTrailing();
    }
}
