package club.courtside.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import club.courtside.support.TestDatabase;
import jakarta.persistence.PersistenceException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UsersTest {

    private final TestDatabase database = new TestDatabase();
    private final Users users = new Users(database.entities());

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void case_does_not_matter_in_an_address() {
        database.inTransaction(() -> users.add(new User("Ines@Club.example", "Inès", Role.PLAYER, "hash")));

        assertThat(users.byEmail(" INES@club.EXAMPLE ")).isPresent();
    }

    @Test
    void an_address_exists_once() {
        database.inTransaction(() -> users.add(new User("ines@club.example", "Inès", Role.PLAYER, "hash")));

        assertThatThrownBy(() -> database.inTransaction(
                        () -> users.add(new User("INES@club.example", "Other", Role.PLAYER, "hash"))))
                .isInstanceOf(PersistenceException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "ines", "@", "ines@", "@club", "a b@club", "ines@club\u0000", "a@b@c"})
    void what_is_no_address_is_refused(String text) {
        assertThatThrownBy(() -> new User(text, "Inès", Role.PLAYER, "hash"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(users.byEmail(text)).isEmpty();
    }
}
