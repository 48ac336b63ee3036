package club.courtside.cli;

import static org.assertj.core.api.Assertions.assertThat;

import club.courtside.support.Api;
import club.courtside.support.Match;
import club.courtside.support.RunningCourtside;
import club.courtside.support.Shared;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** {@code ./courtside doctor} beside a running Courtside, and what it looks at; see {@link LauncherIT} for a stopped one. */
@ExtendWith(Shared.class)
class DoctorIT {

    private final RunningCourtside courtside;

    DoctorIT(RunningCourtside courtside) {
        this.courtside = courtside;
    }

    @Test
    void all_is_well_and_every_camera_was_tried() {
        RunningCourtside.Said said = courtside.said("doctor");

        assertThat(said.text())
                .contains("ok     FFmpeg:", "ok     Data folder: " + courtside.data(), "ok     Engine: process")
                .contains("ok     Web application: runs at " + courtside.address())
                .containsPattern("ok     Camera: .*, .*: h264, 1280 × 720")
                .containsPattern("ok     Camera: .*, .*: mjpeg,")
                .contains("Nothing is wrong.");
        assertThat(said.exitCode()).isZero();
    }

    @Test
    void a_file_that_differs_is_one_line_and_nothing_is_changed_by_looking() throws Exception {
        Path stray = courtside.data().resolve("videos/notes.txt");
        Files.writeString(stray, "somebody's notes");
        Files.setLastModifiedTime(stray, FileTime.from(Instant.now().minusSeconds(3600)));

        RunningCourtside.Said said = courtside.said("doctor", "--videos");

        assertThat(said.exitCode()).isEqualTo(1);
        assertThat(said.text().lines())
                .contains("videos/notes.txt: Courtside knows nothing of this file."
                        + " It is left alone; move it elsewhere if it is not needed.");
        assertThat(stray).exists();
        Files.delete(stray);
        assertThat(courtside.said("doctor", "--videos").text()).doesNotContain("notes.txt");
    }

    @Test
    void without_the_key_of_the_data_folder_there_is_nothing_to_ask() {
        for (String what : new String[] {"videos", "cameras", "checksums"}) {
            assertThat(courtside.api().get("/api/local/" + what).status()).isEqualTo(404);
            assertThat(courtside
                            .api()
                            .as("admin")
                            .get("/api/local/" + what, "Courtside-Local", "00")
                            .status())
                    .isEqualTo(404);
        }
    }

    @Test
    void a_certificate_holds_what_was_received_and_verifies_the_downloaded_file() throws Exception {
        Api club = courtside.api().as("club");
        try (Match match = Match.onCourt(courtside, club, "terrain-3").record(1).awaitElapsed(2)) {
            match.stop();
            match.awaitState("completed", Duration.ofSeconds(90));
            String address = "/api/video/files/" + match.session();
            club.awaitField(address + "/certificate", "sha256");

            var certificate = club.get(address + "/certificate").json();

            byte[] file = club.get(address + "/download").body();
            String sha256 = HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(file));
            assertThat(certificate.path("checksum_line").asText())
                    .startsWith(sha256 + "  ")
                    .endsWith(".mp4");
            assertThat(certificate.path("size_bytes").asLong()).isEqualTo(file.length);
            assertThat(certificate.path("planned_seconds").asLong()).isEqualTo(60);
            assertThat(certificate.path("packets_received").asLong())
                    .isGreaterThan(certificate.path("frames").asLong())
                    .isEqualTo(certificate.path("packets_written").asLong());
            assertThat(certificate.path("gaps")).isEmpty();
            assertThat(courtside
                            .api()
                            .as("player")
                            .get(address + "/certificate")
                            .status())
                    .isEqualTo(404);
        }
    }
}
