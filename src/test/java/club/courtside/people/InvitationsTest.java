package club.courtside.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import club.courtside.account.AccountLink.Kind;
import club.courtside.account.Caller;
import club.courtside.account.Role;
import club.courtside.account.User;
import club.courtside.people.ForgottenRequests.Request;
import club.courtside.platform.OwnAddress;
import club.courtside.platform.ProblemException;
import club.courtside.platform.mail.MailServer;
import club.courtside.support.Mailbox;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class InvitationsTest {

    private static final Pattern TOKEN = Pattern.compile("https://club\\.example/(\\w+)\\.xhtml\\?token=([\\w-]+)");
    private static final String GOOD = "vibora & bandeja";

    private final TestPeople people = new TestPeople();
    private final GreenMail postOffice = Mailbox.server();
    private MailServer mail;
    private Invitations invitations;

    @BeforeEach
    void open() {
        postOffice.start();
        mail = server(Optional.of("127.0.0.1"));
        invitations = invitations(mail);
    }

    @AfterEach
    void close() {
        postOffice.stop();
        people.close();
    }

    @Test
    void an_invitation_is_a_mail_in_the_readers_language_as_text_and_as_html() throws Exception {
        Invitations.Sent sent = invite("fr");

        assertThat(sent.invitation().sent()).isTrue();
        assertThat(sent.invitation().url()).isNull();
        MimeMessage letter = postOffice.getReceivedMessages()[0];
        assertThat(letter.getSubject()).isEqualTo("Votre invitation à Courtside");
        assertThat(letter.getAllRecipients()[0]).hasToString("lea@lac.example");
        Multipart both = (Multipart) letter.getContent();
        assertThat(both.getBodyPart(0).getContent().toString())
                .contains("Bonjour <b>Léa</b>,", "Julien", "Padel du Lac", "/invitation.xhtml?token=");
        assertThat(both.getBodyPart(1).getContent().toString())
                .contains("lang=\"fr\"", "Bonjour &lt;b&gt;Léa&lt;/b&gt;,", "href=\"https://club.example/invitation");
    }

    @Test
    void the_link_of_an_invitation_is_good_once() {
        invite("en");
        String token = token("invitation");

        User lea = people.in(() -> people.passwords.choose(token, Kind.INVITATION, GOOD, null));

        assertThat(people.read(lea.id()).hasPassword(GOOD)).isTrue();
        assertThat(people.read(lea.id()).isInvited()).isFalse();
        assertEnded(token, Kind.INVITATION);
    }

    @Test
    void the_link_of_an_invitation_ends_after_a_week_and_with_a_newer_one() {
        invite("en");
        String first = token("invitation");
        people.in(() ->
                invitations.inviteAgain(people.staff, read("lea@lac.example").id(), Locale.ENGLISH));
        String second = token("invitation");

        assertEnded(first, Kind.INVITATION);
        people.clock.passes(Duration.ofDays(7));
        assertEnded(second, Kind.INVITATION);
    }

    @Test
    void the_link_of_an_invitation_opens_nothing_else_and_a_bad_password_does_not_use_it_up() {
        invite("en");
        String token = token("invitation");

        assertEnded(token, Kind.PASSWORD);
        assertThatThrownBy(() -> people.in(() -> people.passwords.choose(token, Kind.INVITATION, "short", null)))
                .isInstanceOf(ProblemException.class);
        assertThat(people.in(() -> people.passwords.choose(token, Kind.INVITATION, GOOD, null)))
                .isNotNull();
    }

    @Test
    void an_invitation_of_somebody_who_is_disabled_has_ended() {
        Invitations.Sent sent = invite("en");
        String token = token("invitation");

        people.in(() -> people.administration.change(
                people.staff, sent.user().id(), new UserWish(null, null, null, null, null, false)));

        assertEnded(token, Kind.INVITATION);
    }

    @Test
    void without_a_mail_server_whoever_invites_gets_the_link() {
        invitations = invitations(server(Optional.empty()));

        Invitations.Sent sent = invite("en");

        assertThat(sent.invitation().sent()).isFalse();
        assertThat(sent.invitation().url()).matches(TOKEN);
        assertThat(sent.invitation().reason()).isNull();
    }

    @Test
    void a_mail_server_that_is_away_is_told_with_the_link() {
        postOffice.stop();

        Invitations.Sent sent = invite("en");

        assertThat(sent.invitation().sent()).isFalse();
        assertThat(sent.invitation().url()).matches(TOKEN);
        assertThat(sent.invitation().reason()).contains("127.0.0.1");
    }

    @Test
    void who_has_forgotten_a_password_chooses_another_and_is_out_everywhere() {
        String cookie = people.signIn(people.player);

        forget(" INES@lac.example");
        String token = token("password");
        people.in(() -> people.passwords.choose(token, Kind.PASSWORD, GOOD, null));

        assertThat(people.read(people.player.id()).hasPassword(GOOD)).isTrue();
        assertThat(people.isSignedIn(cookie)).isFalse();
        assertEnded(token, Kind.PASSWORD);
    }

    @Test
    void an_administrator_sends_a_link_to_who_has_forgotten_a_password() {
        people.in(() -> invitations.inviteAgain(people.staff, people.player.id(), Locale.ENGLISH));

        assertThat(people.in(() -> people.passwords.choose(token("password"), Kind.PASSWORD, GOOD, null)))
                .isNotNull();
        assertThatThrownBy(() ->
                        people.in(() -> invitations.inviteAgain(people.staff, people.stranger.id(), Locale.ENGLISH)))
                .isInstanceOf(ProblemException.class);
    }

    @Test
    void a_link_for_a_forgotten_password_ends_after_an_hour() {
        forget("ines@lac.example");

        people.clock.passes(Duration.ofHours(1));

        assertEnded(token("password"), Kind.PASSWORD);
    }

    @Test
    void who_is_unknown_disabled_or_has_just_asked_gets_no_mail() {
        people.in(() -> people.administration.change(
                people.operator, people.stranger.id(), new UserWish(null, null, null, null, null, false)));

        forget("nobody@lac.example");
        forget("no address");
        forget("eva@port.example");
        forget("ines@lac.example");
        forget("ines@lac.example");

        assertThat(postOffice.getReceivedMessages()).hasSize(1);
    }

    @Test
    void ones_own_password_is_changed_by_the_one_before() {
        people.in(() -> people.passwords.choose(forgottenBy(people.player), Kind.PASSWORD, GOOD, null));
        String elsewhere = people.signIn(people.player);

        assertThatThrownBy(() -> people.in(() -> change("wrong one", "another good one")))
                .satisfies(refused -> assertThat(
                                ((ProblemException) refused).problem().field())
                        .isEqualTo("current_password"));
        assertThat(people.isSignedIn(elsewhere)).isTrue();
        people.in(() -> change(GOOD, "another good one"));

        assertThat(people.read(people.player.id()).hasPassword("another good one"))
                .isTrue();
        assertThat(people.isSignedIn(elsewhere)).isFalse();
    }

    private Void change(String present, String wanted) {
        people.passwords.change(people.player, present, wanted);
        return null;
    }

    private String forgottenBy(Caller who) {
        return people.forgotten.open(who.email(), null).orElseThrow().token();
    }

    private Invitations.Sent invite(String language) {
        UserWish wish = new UserWish("lea@lac.example", "<b>Léa</b>", Role.PLAYER, Set.of("lac"), language, null);
        return people.in(() -> invitations.invite(people.staff, wish, Locale.ENGLISH));
    }

    private void forget(String email) {
        ForgottenPasswords forgotten = new ForgottenPasswords(people.forgotten, mail, address());
        people.in(() -> {
            forgotten.answer(new Request(email, Locale.FRENCH, "192.0.2.7"));
            return null;
        });
    }

    private User read(String email) {
        return people.users.byEmail(email).orElseThrow();
    }

    private void assertEnded(String token, Kind kind) {
        assertThatThrownBy(() -> people.in(() -> people.passwords.choose(token, kind, GOOD, null)))
                .isInstanceOf(ProblemException.class)
                .satisfies(refused ->
                        assertThat(((ProblemException) refused).status()).isEqualTo(404));
    }

    /** From the newest letter. */
    private String token(String page) {
        MimeMessage[] letters = postOffice.getReceivedMessages();
        String text = GreenMailUtil.getBody(letters[letters.length - 1])
                .replace("=\r\n", "")
                .replace("=3D", "=");
        Matcher link = TOKEN.matcher(text);
        assertThat(link.find()).as(text).isTrue();
        assertThat(link.group(1)).isEqualTo(page);
        return link.group(2);
    }

    private Invitations invitations(MailServer server) {
        return new Invitations(people.administration, people.clubs, server, address());
    }

    private MailServer server(Optional<String> host) {
        return new MailServer(
                host,
                host.isPresent() ? postOffice.getSmtp().getPort() : 0,
                Optional.empty(),
                Optional.empty(),
                Optional.of("courtside@club.example"),
                "none");
    }

    private static OwnAddress address() {
        return new OwnAddress(Optional.of("https://club.example/"), Optional.empty(), "127.0.0.1", "8080");
    }
}
