package club.courtside.court;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import club.courtside.account.Caller;
import club.courtside.account.Role;
import club.courtside.platform.ProblemException;
import club.courtside.support.TestDatabase;
import jakarta.persistence.EntityManager;
import java.time.ZoneId;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ShortAddressesTest {

    private final TestDatabase database = new TestDatabase();
    private final Club lake = new Club("Padel du Lac", "lac", ZoneId.of("Europe/Paris"));
    private final Club hill = new Club("Padel de la Butte", "butte", ZoneId.of("Europe/Paris"));
    private final Court central = new Court(lake, "Central", "central", 1);
    private final Court lakeOne = new Court(lake, "Terrain 1", "terrain-1", 2);
    private final Court hillOne = new Court(hill, "Terrain 1", "terrain-1", 1);
    private ShortAddresses addresses;

    @BeforeEach
    void build() {
        EntityManager entities = database.entities();
        database.inTransaction(() -> {
            for (Object one : new Object[] {lake, hill, central, lakeOne, hillOne}) entities.persist(one);
        });
        Courts courts = new Courts(entities);
        addresses = new ShortAddresses(new CourtAccess(new Clubs(entities), courts, new Cameras(entities)), courts);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void an_address_is_as_short_as_it_can_be() {
        assertThat(addresses.of(central)).isEqualTo("/c/central");
        assertThat(addresses.of(hillOne)).isEqualTo("/c/butte/terrain-1");
    }

    @Test
    void each_address_leads_to_its_court() {
        Caller everywhere = caller(Role.SUPER_ADMIN, lake);
        assertThat(addresses.court(everywhere, "central").id()).isEqualTo(central.id());
        assertThat(addresses.court(everywhere, "lac/terrain-1").id()).isEqualTo(lakeOne.id());
        assertThat(statusOf(everywhere, "terrain-1")).isEqualTo(409);
    }

    @Test
    void an_old_short_address_still_leads_players_to_their_own_court() {
        Caller player = caller(Role.PLAYER, hill);
        assertThat(addresses.court(player, "terrain-1").id()).isEqualTo(hillOne.id());
        assertThat(statusOf(player, "central")).isEqualTo(404);
        assertThat(statusOf(player, "lac/terrain-1")).isEqualTo(404);
        assertThat(statusOf(player, "")).isEqualTo(404);
    }

    private int statusOf(Caller caller, String address) {
        return catchThrowableOfType(ProblemException.class, () -> addresses.court(caller, address))
                .status();
    }

    private static Caller caller(Role role, Club club) {
        return new Caller(UUID.randomUUID(), "a@b.example", "A", role, Set.of(club.id()));
    }
}
