package club.courtside.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;

/** A headless Chromium and its temporary files, which it would leave behind. */
final class Chromium implements AutoCloseable {

    private final Path temporary;
    private final ChromeDriver driver;

    Chromium(ChromeOptions options) {
        options.setBinary(found("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"));
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--disable-dev-shm-usage",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--autoplay-policy=no-user-gesture-required");
        try {
            temporary = Files.createTempDirectory("chromium");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        driver = new ChromeDriver(
                new ChromeDriverService.Builder()
                        .usingDriverExecutable(
                                Path.of(found("/usr/bin/chromedriver")).toFile())
                        .usingAnyFreePort()
                        .withEnvironment(Map.of("TMPDIR", temporary.toString()))
                        .build(),
                options);
    }

    private static String found(String... candidates) {
        return List.of(candidates).stream()
                .filter(path -> Files.isExecutable(Path.of(path)))
                .findFirst()
                .orElseThrow(() -> new AssertionError("./courtside test installs " + String.join(" or ", candidates)));
    }

    ChromeDriver driver() {
        return driver;
    }

    @Override
    public void close() {
        driver.quit();
        Leftovers.delete(temporary);
    }
}
