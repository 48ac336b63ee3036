package club.courtside.support;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** Signs certificates for 127.0.0.1, or for others. */
public final class CertificateAuthority {

    private static final String PASSWORD = "changeit";

    private final Path folder;
    private final KeyStore own;
    private final KeyStore server;

    /** @param folder for the keys */
    public CertificateAuthority(Path folder) throws IOException, InterruptedException, GeneralSecurityException {
        this.folder = folder;
        generate("authority", "-ext", "bc:c");
        generate("server");
        keytool("server", "-certreq", "-file", file("server.csr"));
        own = load("authority");
        server = load("server");
    }

    /** What is done while it is trusted. */
    public interface Action {
        void run() throws Exception;
    }

    /** Makes every connection that is set up meanwhile trust this authority, and no other. */
    public void whileTrusted(Action action) throws Exception {
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("authority", own.getCertificate("authority"));
        Path file = folder.resolve("trusted.p12");
        try (OutputStream out = Files.newOutputStream(file)) {
            trusted.store(out, PASSWORD.toCharArray());
        }
        System.setProperty("javax.net.ssl.trustStore", file.toString());
        System.setProperty("javax.net.ssl.trustStorePassword", PASSWORD);
        try {
            action.run();
        } finally {
            System.clearProperty("javax.net.ssl.trustStore");
            System.clearProperty("javax.net.ssl.trustStorePassword");
        }
    }

    /**
     * A server's side of TLS.
     *
     * @param name as in a subject alternative name: {@code ip:127.0.0.1}
     * @param start of its validity, from now, as keytool writes it: {@code -10d}
     * @param days of its validity
     */
    public SSLContext context(String name, String start, int days)
            throws IOException, InterruptedException, GeneralSecurityException {
        keytool(
                "authority",
                "-gencert",
                "-infile",
                file("server.csr"),
                "-outfile",
                file("server.crt"),
                "-ext",
                "san=" + name,
                "-startdate",
                start,
                "-validity",
                Integer.toString(days));
        Certificate signed;
        try (InputStream in = Files.newInputStream(folder.resolve("server.crt"))) {
            signed = CertificateFactory.getInstance("X.509").generateCertificate(in);
        }
        server.setKeyEntry(
                "server", server.getKey("server", PASSWORD.toCharArray()), PASSWORD.toCharArray(), new Certificate[] {
                    signed, own.getCertificate("authority")
                });
        var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(server, PASSWORD.toCharArray());
        var context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context;
    }

    private String file(String name) {
        return folder.resolve(name).toString();
    }

    private void generate(String alias, String... more) throws IOException, InterruptedException {
        List<String> arguments = new ArrayList<>(List.of("-genkeypair", "-keyalg", "EC", "-dname", "CN=" + alias));
        arguments.addAll(List.of(more));
        keytool(alias, arguments.toArray(String[]::new));
    }

    private void keytool(String alias, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString()));
        command.addAll(List.of(arguments));
        command.addAll(List.of("-alias", alias, "-keystore", file(alias + ".p12"), "-storepass", PASSWORD));
        Process made = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(made.getInputStream().readAllBytes());
        if (made.waitFor() != 0) throw new AssertionError(said);
    }

    private KeyStore load(String alias) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(folder.resolve(alias + ".p12"))) {
            store.load(in, PASSWORD.toCharArray());
        }
        return store;
    }
}
