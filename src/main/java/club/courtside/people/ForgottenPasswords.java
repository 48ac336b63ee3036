package club.courtside.people;

import club.courtside.account.AccountLink;
import club.courtside.account.User;
import club.courtside.people.ForgottenRequests.Request;
import club.courtside.platform.OwnAddress;
import club.courtside.platform.mail.MailNotSent;
import club.courtside.platform.mail.MailServer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Sends the link by which somebody chooses a new password, if there is such a user and a mail server. */
@ApplicationScoped
public class ForgottenPasswords {

    private static final Logger LOG = Logger.getLogger(ForgottenPasswords.class.getName());

    private final ForgottenLedger ledger;
    private final MailServer mail;
    private final OwnAddress address;

    @Inject
    public ForgottenPasswords(ForgottenLedger ledger, MailServer mail, OwnAddress address) {
        this.ledger = ledger;
        this.mail = mail;
        this.address = address;
    }

    protected ForgottenPasswords() {
        this(null, null, null);
    }

    void answer(Request request) {
        if (mail.isSet())
            ledger.open(request.email(), request.address()).ifPresent(link -> send(link, request.language()));
    }

    private void send(ForgottenLedger.Link link, Locale language) {
        User user = link.user();
        Locale theirs = user.locale() == null ? language : Locale.forLanguageTag(user.locale());
        long minutes = AccountLink.Kind.PASSWORD.lifetime().toMinutes();
        try {
            mail.send(new Letters(theirs)
                    .password(
                            user.email(),
                            user.displayName(),
                            address.of("/password.xhtml?token=" + link.token()),
                            minutes));
        } catch (MailNotSent e) {
            LOG.log(Level.WARNING, "the link for a forgotten password could not be sent: {0}", e.getMessage());
        }
    }
}
