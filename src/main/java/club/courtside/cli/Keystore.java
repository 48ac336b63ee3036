package club.courtside.cli;

import club.courtside.settings.Setting;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.Collections;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The key and the certificate for TLS, looked into before the server starts: its own words about them are no help. */
record Keystore(Path file, String password, String alias) {

    @Override
    public String toString() {
        return file + ", " + alias;
    }

    static Optional<Keystore> of(LaunchSettings settings) {
        return settings.get(Setting.COURTSIDE_TLS_KEYSTORE)
                .map(file -> read(
                        Path.of(file).toAbsolutePath(),
                        settings.get(Setting.COURTSIDE_TLS_PASSWORD).orElse("")));
    }

    private static Keystore read(Path file, String password) {
        if (!Files.isReadable(file)) throw wrong(file, "there is no such file that may be read");
        try (InputStream in = Files.newInputStream(file)) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(in, password.toCharArray());
            for (String alias : Collections.list(store.aliases())) {
                if (!store.isKeyEntry(alias)) continue;
                store.getKey(alias, password.toCharArray());
                if (store.getCertificate(alias) instanceof X509Certificate certificate) certificate.checkValidity();
                return new Keystore(file, password, alias);
            }
            throw wrong(file, "there is no private key in it");
        } catch (IOException e) {
            throw wrong(file, "it is no PKCS12 file, or COURTSIDE_TLS_PASSWORD is not its password");
        } catch (GeneralSecurityException e) {
            throw wrong(file, e.getMessage());
        }
    }

    private static CannotRun wrong(Path file, String why) {
        return new CannotRun("COURTSIDE_TLS_KEYSTORE is " + file + ", but " + why + ".");
    }

    /**
     * For the server's JVM, in a file: everybody on the machine sees what stands on a command line.
     *
     * @return the option that names the file
     */
    String javaOption(Path optionsFile) {
        String options = Stream.of("keyStore=" + file, "keyStoreType=PKCS12", "keyStorePassword=" + password)
                .map(option ->
                        "\"-Djavax.net.ssl." + option.replace("\\", "\\\\").replace("\"", "\\\"") + "\"\n")
                .collect(Collectors.joining());
        try {
            Path draft = Files.createTempFile(optionsFile.getParent(), ".tls", ".options");
            Files.writeString(draft, options);
            Files.move(draft, optionsFile, StandardCopyOption.REPLACE_EXISTING);
            return "@" + optionsFile;
        } catch (IOException e) {
            throw new CannotRun("The file " + optionsFile + " cannot be written: " + e.getMessage());
        }
    }
}
