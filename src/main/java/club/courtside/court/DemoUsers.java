package club.courtside.court;

import club.courtside.account.Passwords;
import club.courtside.account.Role;
import club.courtside.account.User;
import club.courtside.account.Users;
import club.courtside.platform.DataFolder;
import club.courtside.platform.SecretFile;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The three people of the demo club. They share one password, which nobody but the owner of this machine knows. */
@ApplicationScoped
public class DemoUsers {

    /** Letters and digits that nobody mixes up. */
    private static final String ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789";

    private static final int LENGTH = 12;

    private record Person(String email, String name, Role role) {}

    private static final List<Person> PEOPLE = List.of(
            new Person("admin@demo.club", "Camille Rousseau", Role.SUPER_ADMIN),
            new Person("club@demo.club", "Julien Martin", Role.CLUB_ADMIN),
            new Person("player@demo.club", "Inès Benali", Role.PLAYER));

    private final Users users;
    private final DataFolder data;
    private final Optional<String> chosen;

    @Inject
    public DemoUsers(
            Users users, DataFolder data, @ConfigProperty(name = "courtside.demo.password") Optional<String> chosen) {
        this.users = users;
        this.data = data;
        this.chosen = chosen;
    }

    protected DemoUsers() {
        this(null, null, null);
    }

    /** Makes those who are missing; a password that was set since replaces the old one. */
    void join(UUID clubId) {
        List<Person> missing = PEOPLE.stream()
                .filter(person -> users.byEmail(person.email()).isEmpty())
                .toList();
        if (missing.size() < PEOPLE.size()) chosen.ifPresent(this::use);
        if (missing.isEmpty()) return;
        String hash = Passwords.hash(chosen.orElseGet(this::made));
        for (Person person : missing) {
            User user = new User(person.email(), person.name(), person.role(), hash);
            user.joins(clubId);
            users.add(user);
        }
    }

    private void use(String password) {
        List<User> present = PEOPLE.stream()
                .flatMap(person -> users.byEmail(person.email()).stream())
                .toList();
        if (present.get(0).hasPassword(password)) return;
        String hash = Passwords.hash(password);
        present.forEach(user -> user.changePassword(hash));
    }

    /** Stands in {@code run/demo-password}, where the launcher finds it. */
    private String made() {
        SecureRandom random = new SecureRandom();
        StringBuilder password = new StringBuilder();
        while (password.length() < LENGTH) password.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        try {
            SecretFile.write(
                    data.run().resolve("demo-password"), password.toString().getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the demo password", e);
        }
        return password.toString();
    }
}
