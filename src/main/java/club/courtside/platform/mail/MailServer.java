package club.courtside.platform.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mail.Authenticator;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The club's mail server. Sending takes seconds; never inside a transaction. */
@ApplicationScoped
public class MailServer {

    private static final String PATIENCE_MILLIS = "10000";

    private final Optional<String> host;
    private final int port;
    private final Optional<String> user;
    private final Optional<String> password;
    private final String from;
    private final String tls;

    @Inject
    public MailServer(
            @ConfigProperty(name = "smtp.host") Optional<String> host,
            @ConfigProperty(name = "smtp.port") int port,
            @ConfigProperty(name = "smtp.user") Optional<String> user,
            @ConfigProperty(name = "smtp.password") Optional<String> password,
            @ConfigProperty(name = "smtp.from") Optional<String> from,
            @ConfigProperty(name = "smtp.tls") String tls) {
        this.host = host;
        this.port = port;
        this.user = user;
        this.password = password;
        this.from = from.or(() -> user.filter(name -> name.contains("@"))).orElse("courtside@localhost");
        this.tls = tls.strip().toLowerCase(Locale.ROOT);
    }

    protected MailServer() {
        this(Optional.empty(), 0, Optional.empty(), Optional.empty(), Optional.empty(), "");
    }

    /** Whether mail can be sent at all. */
    public boolean isSet() {
        return host.isPresent();
    }

    /** @throws MailNotSent when there is none, or it does not take the letter */
    public void send(Letter letter) throws MailNotSent {
        if (!isSet()) throw new MailNotSent("no mail server is set (SMTP_HOST)", null);
        try {
            Transport.send(message(letter));
        } catch (MessagingException | UnsupportedEncodingException e) {
            throw new MailNotSent("the mail server " + host.get() + " did not take the letter: " + e.getMessage(), e);
        }
    }

    private MimeMessage message(Letter letter) throws MessagingException, UnsupportedEncodingException {
        MimeMessage message = new MimeMessage(session());
        message.setFrom(new InternetAddress(from, "Courtside", StandardCharsets.UTF_8.name()));
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(letter.to(), true));
        message.setSubject(letter.subject().replaceAll("[\\r\\n]+", " "), StandardCharsets.UTF_8.name());
        message.setSentDate(new Date());
        message.setHeader("Auto-Submitted", "auto-generated");
        MimeMultipart both = new MimeMultipart("alternative");
        both.addBodyPart(part(letter.text(), "plain"));
        both.addBodyPart(part(letter.html(), "html"));
        message.setContent(both);
        return message;
    }

    private static MimeBodyPart part(String text, String kind) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setText(text, StandardCharsets.UTF_8.name(), kind);
        return part;
    }

    private Session session() {
        Properties properties = new Properties();
        properties.setProperty("mail.smtp.host", host.orElseThrow());
        properties.setProperty("mail.smtp.port", String.valueOf(port));
        properties.setProperty("mail.smtp.connectiontimeout", PATIENCE_MILLIS);
        properties.setProperty("mail.smtp.timeout", PATIENCE_MILLIS);
        properties.setProperty("mail.smtp.writetimeout", PATIENCE_MILLIS);
        properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        properties.setProperty("mail.smtp.ssl.enable", String.valueOf(tls.equals("tls")));
        properties.setProperty("mail.smtp.starttls.required", String.valueOf(tls.equals("starttls")));
        properties.setProperty("mail.smtp.starttls.enable", String.valueOf(tls.equals("starttls")));
        properties.setProperty("mail.smtp.auth", String.valueOf(user.isPresent()));
        return Session.getInstance(properties, new Authenticator() {
            @Override
            protected PasswordAuthentication getPasswordAuthentication() {
                return new PasswordAuthentication(user.orElse(""), password.orElse(""));
            }
        });
    }
}
