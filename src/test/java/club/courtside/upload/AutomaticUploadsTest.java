package club.courtside.upload;

import static org.assertj.core.api.Assertions.assertThat;

import club.courtside.court.Club;
import club.courtside.court.ClubWish;
import club.courtside.court.UploadPolicy;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AutomaticUploadsTest {

    @TempDir
    Path folder;

    private TestUploads uploads;

    @BeforeEach
    void open() {
        uploads = new TestUploads(folder);
    }

    @AfterEach
    void close() {
        uploads.close();
    }

    private Optional<Boolean> usually() {
        var club = uploads.club;
        return club.in(() -> uploads.automatic.usually(club.database.entities().find(Club.class, club.club.id())));
    }

    private void choose(UploadPolicy policy) {
        var wish = new ClubWish(null, null, null, null, null, null, null, null, policy, null, null, null);
        uploads.club.in(() -> uploads.club.clubAdministration.change(uploads.club.admin, uploads.club.club.id(), wish));
    }

    @ParameterizedTest
    @CsvSource({"INSTALLATION, true, true", "INSTALLATION, false, false", "ALWAYS, false, true", "NEVER, true, false"})
    void a_match_goes_as_its_club_does_it_else_as_the_installation_is_set(
            UploadPolicy policy, String installation, boolean goes) {
        uploads.environment.put("VULTR_AUTO_UPLOAD", installation);
        uploads.connect();
        choose(policy);

        assertThat(usually()).contains(goes);
    }

    @Test
    void without_a_target_there_is_no_usual() {
        uploads.environment.remove("VULTR_API_URL");
        uploads.connect();
        choose(UploadPolicy.ALWAYS);

        assertThat(usually()).isEmpty();
    }
}
