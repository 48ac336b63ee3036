package club.courtside.platform.mail;

/** The mail server did not take a letter. */
public final class MailNotSent extends Exception {

    private static final long serialVersionUID = 1L;

    MailNotSent(String message, Throwable cause) {
        super(message, cause);
    }
}
