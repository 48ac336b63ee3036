package club.courtside.people;

import club.courtside.account.AccountLink;
import club.courtside.account.Caller;
import club.courtside.court.Club;
import club.courtside.court.Clubs;
import club.courtside.platform.OwnAddress;
import club.courtside.platform.ProblemException;
import club.courtside.platform.mail.MailNotSent;
import club.courtside.platform.mail.MailServer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;

/** Invites people by mail; where no mail can be sent, whoever invites hands the link over. */
@ApplicationScoped
public class Invitations {

    private static final Logger LOG = Logger.getLogger(Invitations.class.getName());

    /** @param user as they are now */
    public record Sent(UserView user, Invitation invitation) {}

    private final UserAdministration administration;
    private final Clubs clubs;
    private final MailServer mail;
    private final OwnAddress address;

    @Inject
    public Invitations(UserAdministration administration, Clubs clubs, MailServer mail, OwnAddress address) {
        this.administration = administration;
        this.clubs = clubs;
        this.mail = mail;
        this.address = address;
    }

    protected Invitations() {
        this(null, null, null, null);
    }

    /**
     * @param language of whoever invites, for somebody whose own is not known
     * @throws ProblemException 400, 403, 409
     */
    public Sent invite(Caller caller, UserWish wish, Locale language) {
        return sent(caller, administration.invite(caller, wish), language);
    }

    /** @throws ProblemException 404, 403, 409 */
    public Sent inviteAgain(Caller caller, UUID userId, Locale language) {
        return sent(caller, administration.inviteAgain(caller, userId), language);
    }

    private Sent sent(Caller caller, Invited invited, Locale language) {
        UserView user = invited.user();
        String link = address.of("/invitation.xhtml?token=" + invited.token());
        String reason = null;
        if (mail.isSet()) {
            try {
                Locale theirs = Optional.ofNullable(user.language())
                        .map(Locale::forLanguageTag)
                        .orElse(language);
                long days = AccountLink.Kind.INVITATION.lifetime().toDays();
                mail.send(new Letters(theirs)
                        .invitation(user.email(), user.name(), caller.displayName(), place(user), link, days));
                return new Sent(user, new Invitation(true, null, null, user.invitationEndsAt()));
            } catch (MailNotSent e) {
                reason = e.getMessage();
                LOG.log(Level.WARNING, "an invitation could not be sent: {0}", reason);
            }
        }
        return new Sent(user, new Invitation(false, link, reason, user.invitationEndsAt()));
    }

    private String place(UserView user) {
        return user.clubs().stream()
                .flatMap(id -> clubs.byId(id).stream())
                .map(Club::name)
                .sorted()
                .collect(Collectors.joining(", "));
    }
}
