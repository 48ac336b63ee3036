package club.courtside.platform;

import club.courtside.settings.Setting;
import club.courtside.settings.Settings;
import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.Map;
import java.util.Properties;
import java.util.logging.Logger;
import javax.sql.DataSource;

/**
 * Opens connections to the database that the settings name: the H2 file in the data folder, or PostgreSQL. The server's
 * pool calls it; a class of our own because the pool is made before MicroProfile Config knows {@code .env} files.
 */
public final class ClubDatabase implements DataSource {

    private static final String POSTGRES = "jdbc:postgresql:";

    /**
     * {@code WRITE_DELAY=0}: what was committed survives {@code kill -9}. {@code LOCK_TIMEOUT}: a machine that stands still
     * for the usual two seconds has no deadlock, which H2 finds by itself. {@code CACHE_SIZE}, in KB: the indexes that a
     * search in 100,000 videos walks through stay in memory; a small library takes what it has.
     */
    private static final String H2_OPTIONS =
            ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE;LOCK_TIMEOUT=20000"
                    + ";CACHE_SIZE=131072";

    /**
     * What the address may say otherwise. A PostgreSQL that went away without a word must not keep a request for ever; a
     * statement of ours is a matter of milliseconds. {@code stringtype}: EclipseLink hands over some UUIDs as text.
     */
    private static final Map<String, String> POSTGRES_OPTIONS = Map.of(
            "ApplicationName", "courtside",
            "connectTimeout", "5",
            "socketTimeout", "60",
            "tcpKeepAlive", "true",
            "stringtype", "unspecified");

    private final String url;
    private final Properties login = new Properties();
    private final Driver driver;
    private PrintWriter log;
    private int loginSeconds;

    public ClubDatabase() {
        this(Settings.ofThisProcess());
    }

    private ClubDatabase(Settings settings) {
        this(settings, "");
    }

    /** @param options further ones for an H2 file */
    private ClubDatabase(Settings settings, String options) {
        this(
                settings.get(Setting.COURTSIDE_DB_URL)
                        .orElseGet(() -> "jdbc:h2:file:"
                                + new DataFolder().database().resolve("courtside") + H2_OPTIONS + options),
                settings.get(Setting.COURTSIDE_DB_USER).orElse(""),
                settings.get(Setting.COURTSIDE_DB_PASSWORD).orElse(""));
    }

    private ClubDatabase(String url, String user, String password) {
        this.url = url;
        this.driver = driverFor(url);
        if (url.startsWith(POSTGRES)) login.putAll(POSTGRES_OPTIONS);
        login.setProperty("user", user);
        login.setProperty("password", password);
    }

    /** The same, for commands that only look: an H2 file is opened so that nothing in it changes. */
    public static ClubDatabase readOnly() {
        return new ClubDatabase(Settings.ofThisProcess(), ";ACCESS_MODE_DATA=r;IFEXISTS=TRUE");
    }

    /** Whether it is the file in this Courtside's data folder: no other process can have it open. */
    public static boolean isOwnFile() {
        return Settings.ofThisProcess().get(Setting.COURTSIDE_DB_URL).isEmpty();
    }

    /** At an address of its own. */
    public static ClubDatabase at(String url, String user, String password) {
        return new ClubDatabase(url, user, password);
    }

    /** One in memory that lives until {@code SHUTDOWN}, for tests. */
    public static ClubDatabase inMemory(String name) {
        return new ClubDatabase("jdbc:h2:mem:" + name + H2_OPTIONS + ";DB_CLOSE_DELAY=-1", "courtside", "");
    }

    private static Driver driverFor(String url) {
        String name = url.startsWith(POSTGRES) ? "org.postgresql.Driver" : "org.h2.Driver";
        if (!url.startsWith(POSTGRES) && !url.startsWith("jdbc:h2:"))
            throw new IllegalStateException("COURTSIDE_DB_URL must begin with jdbc:postgresql: or jdbc:h2:");
        try {
            return (Driver) Class.forName(name, true, ClubDatabase.class.getClassLoader())
                    .getDeclaredConstructor()
                    .newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the database driver " + name + " is missing", e);
        }
    }

    @Override
    public Connection getConnection() throws SQLException {
        return driver.connect(url, login);
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        return getConnection();
    }

    @Override
    public PrintWriter getLogWriter() {
        return log;
    }

    @Override
    public void setLogWriter(PrintWriter out) {
        log = out;
    }

    @Override
    public void setLoginTimeout(int seconds) {
        loginSeconds = seconds;
    }

    @Override
    public int getLoginTimeout() {
        return loginSeconds;
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        throw new SQLFeatureNotSupportedException();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        if (isWrapperFor(type)) return type.cast(this);
        throw new SQLException("no " + type.getName());
    }

    @Override
    public boolean isWrapperFor(Class<?> type) {
        return type.isInstance(this);
    }
}
