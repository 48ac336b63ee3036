package club.courtside.permissions;

import static org.assertj.core.api.Assertions.assertThat;

import club.courtside.support.Api;
import club.courtside.support.Mailbox;
import club.courtside.support.RunningCourtside;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** One of each {@link Person}, signed in; the players are new, so that other tests do not meet what they have recorded. */
final class People implements AutoCloseable {

    private static final String PASSWORD = "another-password-for-tests";

    private final Map<Person, Api> signedIn = new EnumMap<>(Person.class);
    private final Map<Person, String> emails = new EnumMap<>(Person.class);
    private final Api operator;
    private final Mailbox mailbox;
    private final String otherClub;

    People(RunningCourtside courtside, Mailbox mailbox) {
        this.mailbox = mailbox;
        operator = courtside.api().as("admin");
        signedIn.put(Person.ANONYMOUS, courtside.api());
        known(courtside, Person.CLUB_ADMIN, "club");
        known(courtside, Person.SUPER_ADMIN, "admin");
        String club = operator.get("/api/clubs/demo").get("id");
        Api.Answer opened = operator.post("/api/clubs", Map.of("name", "Other club"));
        assertThat(opened.status()).as(opened.text()).isEqualTo(201);
        otherClub = "/api/clubs/" + opened.get("id") + "?confirm=" + opened.get("slug");
        String other = opened.get("id");
        joins(courtside, Person.OWNER, "PLAYER", club);
        joins(courtside, Person.PLAYER, "PLAYER", club);
        joins(courtside, Person.OUTSIDER, "PLAYER", other);
        joins(courtside, Person.OTHER_ADMIN, "CLUB_ADMIN", other);
    }

    private void known(RunningCourtside courtside, Person person, String name) {
        signedIn.put(person, courtside.api().as(name));
        emails.put(person, name + "@demo.club");
    }

    private void joins(RunningCourtside courtside, Person person, String role, String clubId) {
        String email = invited(role, clubId).get("email");
        String token = mailbox.linkFor(email).replaceFirst(".*token=", "");
        Api.Answer accepted =
                courtside.api().post("/api/auth/invitation", Map.of("token", token, "password", PASSWORD));
        assertThat(accepted.status()).as(accepted.text()).isEqualTo(204);
        signedIn.put(person, courtside.api().signedIn(email, PASSWORD));
        emails.put(person, email);
    }

    private Api.Answer invited(String role, String clubId) {
        Api.Answer user = operator.post(
                "/api/users",
                Map.of("email", UUID.randomUUID() + "@club.example", "role", role, "clubs", List.of(clubId)));
        assertThat(user.status()).as(user.text()).isEqualTo(201);
        return user;
    }

    /** Somebody who has not accepted yet. */
    String guest(String clubId) {
        return invited("PLAYER", clubId).get("id");
    }

    String id(Person person) {
        return api(person).get("/api/auth/me").get("id");
    }

    Api api(Person person) {
        return signedIn.get(person);
    }

    String email(Person person) {
        return emails.get(person);
    }

    String password(Person person) {
        return email(person).endsWith("@demo.club") ? RunningCourtside.PASSWORD : PASSWORD;
    }

    /** With two clubs an operator has to say which one is meant: other tests don't. */
    @Override
    public void close() {
        Api.Answer gone = operator.delete(otherClub);
        assertThat(gone.status()).as(gone.text()).isEqualTo(204);
    }
}
