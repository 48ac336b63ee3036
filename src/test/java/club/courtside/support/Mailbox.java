package club.courtside.support;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import com.icegreen.greenmail.util.ServerSetupTest;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The mail server of a test, and everybody's mailbox. */
public final class Mailbox implements AutoCloseable {

    private static final Pattern LINK = Pattern.compile("https?://[^/\\s]+(/\\S+)");

    private static final long START_MILLIS = 60_000;
    private final GreenMail server = server();

    public Mailbox() {
        server.start();
    }

    /** On a free port; a busy machine may take its time to start it. */
    public static GreenMail server() {
        ServerSetup setup = ServerSetupTest.SMTP.dynamicPort();
        setup.setServerStartupTimeout(START_MILLIS);
        return new GreenMail(setup);
    }

    /** What Courtside has to be told of it. */
    public Map<String, String> settings() {
        return Map.of(
                "SMTP_HOST", "127.0.0.1",
                "SMTP_PORT", String.valueOf(server.getSmtp().getPort()),
                "SMTP_FROM", "courtside@club.example",
                "SMTP_TLS", "none");
    }

    /** Waits for a letter to that address; where the first link in it leads, from the slash on. */
    public String linkFor(String address) {
        return Await.value("a letter for " + address, () -> newest(address), Optional::isPresent)
                .map(Mailbox::link)
                .orElseThrow();
    }

    /** Subjects of all letters to that address, the oldest first. */
    public List<String> subjectsFor(String address) {
        return Arrays.stream(server.getReceivedMessages())
                .filter(letter -> isFor(address, letter))
                .map(Mailbox::subject)
                .toList();
    }

    private static String subject(MimeMessage letter) {
        try {
            return letter.getSubject();
        } catch (MessagingException e) {
            throw new AssertionError(e);
        }
    }

    private Optional<MimeMessage> newest(String address) {
        return Arrays.stream(server.getReceivedMessages())
                .filter(letter -> isFor(address, letter))
                .reduce((older, newer) -> newer);
    }

    private static boolean isFor(String address, MimeMessage letter) {
        try {
            return letter.getAllRecipients()[0].toString().equals(address);
        } catch (MessagingException e) {
            throw new AssertionError(e);
        }
    }

    private static String link(MimeMessage letter) {
        String text = GreenMailUtil.getBody(letter).replace("=\r\n", "").replace("=3D", "=");
        Matcher link = LINK.matcher(text);
        if (!link.find()) throw new AssertionError("no link in " + text);
        return link.group(1);
    }

    @Override
    public void close() {
        server.stop();
    }
}
