package club.courtside.people;

import club.courtside.account.AccountLink.Kind;
import club.courtside.account.Caller;
import club.courtside.court.Club;
import club.courtside.court.Clubs;
import club.courtside.platform.OwnAddress;
import club.courtside.platform.ProblemException;
import club.courtside.platform.mail.Letter;
import club.courtside.platform.mail.MailNotSent;
import club.courtside.platform.mail.MailServer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Locale;
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
        boolean fresh = invited.kind() == Kind.INVITATION;
        String link = address.of((fresh ? "/invitation" : "/password") + ".xhtml?token=" + invited.token());
        String reason = null;
        if (mail.isSet()) {
            try {
                mail.send(letter(caller, invited, link, language));
                return new Sent(user, new Invitation(true, null, null, invited.endsAt()));
            } catch (MailNotSent e) {
                reason = e.getMessage();
                LOG.log(Level.WARNING, "an invitation could not be sent: {0}", reason);
            }
        }
        return new Sent(user, new Invitation(false, link, reason, invited.endsAt()));
    }

    private Letter letter(Caller caller, Invited invited, String link, Locale language) {
        UserView user = invited.user();
        Letters letters = new Letters(user.language() == null ? language : Locale.forLanguageTag(user.language()));
        return invited.kind() == Kind.INVITATION
                ? letters.invitation(
                        user.email(),
                        user.name(),
                        caller.displayName(),
                        place(user),
                        link,
                        Kind.INVITATION.lifetime().toDays())
                : letters.password(
                        user.email(),
                        user.name(),
                        link,
                        Kind.PASSWORD.lifetime().toMinutes());
    }

    private String place(UserView user) {
        return user.clubs().stream()
                .flatMap(id -> clubs.byId(id).stream())
                .map(Club::name)
                .sorted()
                .collect(Collectors.joining(", "));
    }
}
