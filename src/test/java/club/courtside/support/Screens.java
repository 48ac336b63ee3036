package club.courtside.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The pictures of {@code docs/screens.md}; they are taken only when asked for by {@code -Dcourtside.screens=FOLDER}. */
public final class Screens {

    public static final String DESK = System.getProperty("courtside.screens.desk", "light");
    public static final String PHONE = DESK.equals("light") ? "dark" : "light";
    public static final double SMALLER = 0.75;

    private static final Path FOLDER = Path.of(System.getProperty("courtside.screens", "target/screens"));

    private Screens() {}

    public static boolean areWanted() {
        return !System.getProperty("courtside.screens", "").isEmpty();
    }

    /** On the desk and on the phone, what the browser shows now. */
    public static void take(Browser browser, String name) {
        save(browser.on(1440, 900, DESK).photograph(SMALLER), name);
        save(browser.on(390, 844, PHONE).photograph(1), name + "-phone");
    }

    public static void save(byte[] picture, String name) {
        try {
            Files.write(Files.createDirectories(FOLDER).resolve(name + ".jpg"), picture);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
