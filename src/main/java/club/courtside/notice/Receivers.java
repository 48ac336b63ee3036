package club.courtside.notice;

import club.courtside.account.Role;
import club.courtside.account.User;
import club.courtside.account.Users;
import club.courtside.court.Club;
import club.courtside.platform.mail.MailServer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Who is told of what: the administrators of a club, its operator where it has none, and the webhook. */
@ApplicationScoped
public class Receivers {

    private final Users users;
    private final MailServer mail;
    private final Webhook webhook;

    @Inject
    public Receivers(Users users, MailServer mail, Webhook webhook) {
        this.users = users;
        this.mail = mail;
        this.webhook = webhook;
    }

    protected Receivers() {
        this(null, null, null);
    }

    List<Receiver> ofClub(Club club) {
        List<User> administrators = users.membersOf(club.id()).stream()
                .filter(user -> user.role() == Role.CLUB_ADMIN)
                .filter(Receivers::reads)
                .toList();
        return withWebhook(administrators.isEmpty() ? users.operators() : administrators);
    }

    List<Receiver> ofInstallation() {
        return withWebhook(users.operators());
    }

    /** Nobody else hears of it. */
    List<Receiver> only(User user) {
        return user != null && reads(user) && mail.isSet() ? List.of(Receiver.of(user)) : List.of();
    }

    private List<Receiver> withWebhook(List<User> people) {
        List<Receiver> all = new ArrayList<>(people.stream().map(Receiver::of).toList());
        Locale language = all.isEmpty() ? Locale.ENGLISH : all.get(0).language();
        if (!mail.isSet()) all.clear();
        if (webhook.isSet()) all.add(Receiver.webhook(language));
        return all;
    }

    private static boolean reads(User user) {
        return user.isEnabled() && !user.isInvited();
    }
}
