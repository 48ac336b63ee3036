package club.courtside.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import club.courtside.settings.Settings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeystoreTest {

    @TempDir
    Path folder;

    /** As an operator makes one; for {@link OperatorIT} as well. */
    static Path made(Path file, String password) throws Exception {
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-keyalg",
                        "EC",
                        "-alias",
                        "padel",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "san=ip:127.0.0.1",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        file.toString(),
                        "-storepass",
                        password)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(keytool.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return file;
    }

    private Keystore read(Path file, String password) {
        return Keystore.of(new LaunchSettings(new Settings(
                        new Properties(),
                        Map.of("COURTSIDE_TLS_KEYSTORE", file.toString(), "COURTSIDE_TLS_PASSWORD", password),
                        folder)))
                .orElseThrow();
    }

    @Test
    void the_first_key_in_it_is_used_and_its_password_stands_in_a_file_of_the_owner() throws Exception {
        Keystore keystore = read(made(folder.resolve("club.p12"), "a \"quoted\" one"), "a \"quoted\" one");
        Path options = folder.resolve("tls.options");

        assertThat(keystore.alias()).isEqualTo("padel");
        assertThat(keystore.javaOption(options)).isEqualTo("@" + options);
        assertThat(options).content().contains("\"-Djavax.net.ssl.keyStorePassword=a \\\"quoted\\\" one\"");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(options)))
                .isEqualTo("rw-------");
        assertThat(keystore.toString()).doesNotContain("quoted");
    }

    @Test
    void what_cannot_be_used_is_one_clear_sentence() throws Exception {
        Path file = made(folder.resolve("club.p12"), "the right one");

        refused(file, "the wrong one", "not its password");
        refused(Files.writeString(folder.resolve("letter"), "Dear club"), "x", "no PKCS12 file");
        refused(folder.resolve("nowhere.p12"), "x", "no such file");
    }

    private void refused(Path file, String password, String why) {
        assertThatThrownBy(() -> read(file, password))
                .isInstanceOf(CannotRun.class)
                .hasMessageContaining("COURTSIDE_TLS_KEYSTORE is " + file)
                .hasMessageContaining(why);
    }
}
