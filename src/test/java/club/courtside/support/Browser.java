package club.courtside.support;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.ElementClickInterceptedException;
import org.openqa.selenium.JavascriptException;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.TimeoutException;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.WindowType;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.WebDriverWait;

/** A real Chromium with a person in front of it who waits at most {@value #PATIENCE_SECONDS} seconds for a thing. */
public final class Browser implements AutoCloseable {

    private static final int PATIENCE_SECONDS = 60;
    private final RunningCourtside courtside;
    private final Chromium chromium;
    private final ChromeDriver driver;

    private Browser(RunningCourtside courtside, Dimension window, String language) {
        this.courtside = courtside;
        ChromeOptions options = new ChromeOptions();
        options.addArguments("--accept-lang=" + language, "--lang=" + language);
        options.setExperimentalOption("prefs", Map.of("intl.accept_languages", language));
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        options.setCapability("goog:loggingPrefs", logs);
        chromium = new Chromium(options);
        driver = chromium.driver();
        driver.manage().window().setSize(window);
        driver.manage().timeouts().pageLoadTimeout(Duration.ofSeconds(120)).scriptTimeout(Duration.ofSeconds(120));
    }

    public static Browser desktop(RunningCourtside courtside) {
        return new Browser(courtside, new Dimension(1440, 900), "en");
    }

    /** Of any size, see {@link #on}. */
    public static Browser inLanguage(RunningCourtside courtside, String language) {
        return new Browser(courtside, new Dimension(1440, 900), language);
    }

    /** No window is narrower than 500; what the page sees is. */
    public static Browser phone(RunningCourtside courtside, String language) {
        return new Browser(courtside, new Dimension(500, 844), language).on(390, 844, "light");
    }

    /** As it looks on a screen of that size to somebody who likes it dark or light, and nothing moving. */
    public Browser on(int width, int height, String scheme) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
        driver.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of(
                        "features",
                        List.of(
                                Map.of("name", "prefers-color-scheme", "value", scheme),
                                Map.of("name", "prefers-reduced-motion", "value", "reduce"))));
        return this;
    }

    public Browser open(String path) {
        driver.get(courtside.address(path));
        return this;
    }

    public Browser signIn(String who) {
        open("/login.xhtml");
        type("#email", who + "@demo.club");
        type("#password", RunningCourtside.PASSWORD);
        click("#submit");
        await("the wall", d -> d.getCurrentUrl().contains("live.xhtml"));
        return this;
    }

    public Browser type(String css, String text) {
        WebElement field = visible(css);
        field.clear();
        field.sendKeys(text);
        return this;
    }

    /** As in the dialog that a field for files opens. */
    public Browser choose(String css, Path... files) {
        String names = Stream.of(files).map(Path::toString).collect(Collectors.joining("\n"));
        driver.findElement(By.cssSelector(css)).sendKeys(names);
        return this;
    }

    /** @param bytesPerSecond how fast the page may send from now on; -1 ends that */
    public Browser sendsAt(int bytesPerSecond) {
        driver.executeCdpCommand("Network.enable", Map.of());
        driver.executeCdpCommand(
                "Network.emulateNetworkConditions",
                Map.of("offline", false, "latency", 0, "downloadThroughput", -1, "uploadThroughput", bytesPerSecond));
        return this;
    }

    /** Clicks what may just have been rendered anew, or lies under a bar until one scrolls. */
    public Browser click(String css) {
        await("to click " + css, d -> {
            try {
                new WebDriverWait(d, Duration.ofSeconds(PATIENCE_SECONDS))
                        .until(ExpectedConditions.elementToBeClickable(By.cssSelector(css)))
                        .click();
                return true;
            } catch (ElementClickInterceptedException e) {
                script(
                        "document.querySelector(arguments[0])?.scrollIntoView({block: 'center', behavior: 'instant'})",
                        css);
                return false;
            } catch (StaleElementReferenceException e) {
                return false;
            }
        });
        return this;
    }

    public WebElement visible(String css) {
        return new WebDriverWait(driver, Duration.ofSeconds(PATIENCE_SECONDS))
                .until(ExpectedConditions.visibilityOfElementLocated(By.cssSelector(css)));
    }

    public String text(String css) {
        return await("text of " + css, d -> {
            try {
                String text = d.findElement(By.cssSelector(css)).getText();
                return text.isEmpty() ? null : text;
            } catch (StaleElementReferenceException e) {
                return null;
            }
        });
    }

    /** Until it is neither null nor false; a script that does not find its element yet asks again. */
    public <T> T await(String what, Function<WebDriver, T> condition) {
        try {
            return new WebDriverWait(driver, Duration.ofSeconds(PATIENCE_SECONDS))
                    .withMessage(what)
                    .ignoring(JavascriptException.class, StaleElementReferenceException.class)
                    .until(condition::apply);
        } catch (TimeoutException e) {
            throw new AssertionError(
                    "waited in vain for " + what + "; " + picture() + "; console: " + consoleErrors(), e);
        }
    }

    /** What a person would see now, for whoever reads the failure. */
    private String picture() {
        try {
            Path file = Path.of("target", "screenshots", System.nanoTime() + ".png");
            Files.createDirectories(file.getParent());
            return "see " + Files.write(file, driver.getScreenshotAs(OutputType.BYTES)) + " of " + url();
        } catch (IOException e) {
            return "no picture: " + e.getMessage();
        }
    }

    /** Evaluates an expression in the page; {@code arguments[0]} and so on are usable. */
    @SuppressWarnings("unchecked")
    public <T> T script(String expression, Object... arguments) {
        return (T) ((JavascriptExecutor) driver).executeScript("return " + expression, arguments);
    }

    /** Looks at another tab while {@code meanwhile} is done; the page of before is hidden for that time. */
    public Browser lookElsewhere(Runnable meanwhile) {
        String page = driver.getWindowHandle();
        driver.switchTo().newWindow(WindowType.TAB);
        try {
            meanwhile.run();
        } finally {
            driver.close();
            driver.switchTo().window(page);
        }
        return this;
    }

    /** On the keyboard, into whatever has the focus. */
    public Browser press(CharSequence... keys) {
        new Actions(driver).sendKeys(keys).perform();
        return this;
    }

    /** What is seen now as a JPEG, smaller by that factor. */
    public byte[] photograph(double scale) {
        Number width = script("innerWidth");
        Number height = script("innerHeight");
        Number down = script("scrollY");
        Map<String, Object> clip = Map.of("x", 0, "y", down, "width", width, "height", height, "scale", scale);
        Object data = driver.executeCdpCommand(
                        "Page.captureScreenshot", Map.of("format", "jpeg", "quality", 84, "clip", clip))
                .get("data");
        return Base64.getDecoder().decode((String) data);
    }

    public String url() {
        return driver.getCurrentUrl();
    }

    /** Errors and violations of the content security policy since the last call. */
    public List<String> consoleErrors() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .filter(entry -> entry.getLevel().intValue() >= Level.SEVERE.intValue())
                .map(LogEntry::getMessage)
                .toList();
    }

    @Override
    public void close() {
        chromium.close();
    }
}
