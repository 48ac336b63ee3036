package club.courtside.court;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import club.courtside.court.CourtAdministration.CameraWish;
import club.courtside.platform.ProblemException;
import club.courtside.session.TestClub;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A court that an OBS Studio records has a camera of the address obs://… */
class ObsCameraTest {

    @TempDir
    Path folder;

    private TestClub club;

    @BeforeEach
    void open() {
        club = new TestClub(folder);
    }

    @AfterEach
    void close() {
        club.close();
    }

    @Test
    void its_address_is_host_and_port_and_nothing_more() {
        assertThat(CameraUrl.ofAngle("obs://studio").text()).isEqualTo("obs://studio:4455");
        assertThat(CameraUrl.ofAngle(" OBS://10.0.0.7:4460/ ").text()).isEqualTo("obs://10.0.0.7:4460");
        for (String wrong : new String[] {"obs:", "obs://", "obs://h/x", "obs://h?x=1", "obs://h:0", "obs://h:70000"})
            refused(400, "url", () -> CameraUrl.ofAngle(wrong));
    }

    @Test
    void it_is_no_stream_that_could_be_tried() {
        refused(400, "url", () -> CameraUrl.parse("obs://studio:4455"));
    }

    @Test
    void its_password_is_kept_encrypted_and_not_carried_to_another_host() {
        Camera studio = add("obs://studio", "secret-word");
        assertThat(studio.encryptedPassword()).isNotNull().doesNotContain("secret-word");
        assertThat(new CameraSecrets(club.data).passwordOf(studio)).isEqualTo("secret-word");
        change(studio, new CameraWish("Studio", null, "", null, null, null));
        assertThat(new CameraSecrets(club.data).passwordOf(again(studio))).isEqualTo("secret-word");
        refused(400, "password", () -> change(studio, new CameraWish(null, "obs://elsewhere", "", null, null, null)));
    }

    @Test
    void one_obs_records_one_court() {
        add("obs://studio", null);
        refused(409, "url", () -> add("obs://studio:4455", null));
    }

    @Test
    void folders_are_checked_and_can_be_taken_away() {
        Camera studio = add("obs://studio", null);
        change(studio, wish("D:\\Videos", folder.toString()));
        assertThat(again(studio).folder().there()).isEqualTo("D:\\Videos");
        assertThat(again(studio).folder().here()).isEqualTo(folder.toString());
        refused(400, "mounted_folder", () -> change(studio, wish(null, "relative/folder")));
        refused(400, "record_folder", () -> change(studio, wish("x".repeat(501), null)));
        refused(400, "record_folder", () -> change(studio, wish("a\nb", null)));
        change(studio, wish("", ""));
        assertThat(again(studio).folder().there()).isNull();
        assertThat(again(studio).folder().here()).isNull();
    }

    @Test
    void it_is_not_published_by_the_relay() {
        Camera studio = add("obs://studio", null);
        var paths = RelayPaths.of(List.of(studio, club.camera));
        assertThat(paths.get(studio.id())).isEmpty();
        assertThat(paths.get(club.camera.id())).contains("lac/central", "lac/central/main");
    }

    private static CameraWish wish(String recordFolder, String mountedFolder) {
        return new CameraWish(null, null, null, null, null, null, recordFolder, mountedFolder);
    }

    private Camera add(String url, String password) {
        return club.in(() -> club.administration.addCamera(
                club.admin, club.court, new CameraWish("OBS", url, null, password, null, null)));
    }

    private void change(Camera camera, CameraWish wish) {
        club.in(() -> club.administration.changeCamera(club.admin, camera.id(), wish));
    }

    private Camera again(Camera camera) {
        return club.in(
                () -> new Cameras(club.database.entities()).byId(camera.id()).orElseThrow());
    }

    private static void refused(int status, String field, ThrowingCallable work) {
        assertThatThrownBy(work).isInstanceOfSatisfying(ProblemException.class, no -> {
            assertThat(no.status()).isEqualTo(status);
            assertThat(no.problem().field()).isEqualTo(field);
        });
    }
}
