package club.courtside.upload;

import static org.assertj.core.api.Assertions.assertThat;

import club.courtside.court.ClubWish;
import club.courtside.court.ProcessingPolicy;
import club.courtside.library.TestLibrary;
import club.courtside.library.Video;
import club.courtside.library.VideoRecorded;
import club.courtside.platform.CurrentSettings;
import club.courtside.platform.queue.WorkEnded;
import club.courtside.platform.queue.WorkQueue;
import club.courtside.support.FiredEvents;
import club.courtside.upload.target.Bandwidth;
import club.courtside.upload.target.Line;
import club.courtside.upload.target.ProcessingServer;
import club.courtside.upload.target.TargetSettings;
import club.courtside.upload.target.Tus;
import club.courtside.upload.target.UploadTargets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is sent of a recording that is made smaller is the smaller file. */
class CompactUploadsTest {

    @TempDir
    Path folder;

    private TestLibrary shelf;
    private Uploads uploads;
    private AutomaticUploads automatic;
    private UUID video;

    @BeforeEach
    void record() {
        shelf = new TestLibrary(folder);
        var club = shelf.club;
        CurrentSettings settings = club.settings(
                Map.of("VULTR_API_URL", "http://localhost:1", "VULTR_API_KEY", "a key", "VULTR_AUTO_UPLOAD", "true"));
        var limits = new TargetSettings(settings);
        var bandwidth = new Bandwidth(limits);
        var line = new Line(limits);
        var server = new ProcessingServer(limits, line, new Tus(line, bandwidth, club.clock), bandwidth, club.clock);
        uploads = new Uploads(club.database.entities());
        var ledger = new UploadLedger(
                uploads,
                shelf.videos,
                new UploadResults(shelf.files),
                new WorkQueue(club.database.source(), new FiredEvents<>(), club.clock),
                settings,
                club.clock,
                club.updates,
                new FiredEvents<>());
        automatic = new AutomaticUploads(
                ledger, new UploadTargets(List.of(server)), shelf.videos, club.recordings, settings);
        video = shelf.record();
    }

    @AfterEach
    void close() {
        shelf.close();
    }

    private void choose(boolean compact) {
        var wish = new ProcessingPolicy.Wish(null, null, null, null, null, compact);
        shelf.in(() -> shelf.club.clubAdministration.change(
                shelf.club.admin,
                shelf.club.club.id(),
                new ClubWish(null, null, null, null, null, null, null, null, null, null, wish, null)));
    }

    private void recorded() {
        shelf.in(() ->
                automatic.recorded(new VideoRecorded(shelf.videos.find(video).orElseThrow())));
    }

    private void ended(String kind, String outcome) {
        Video found = shelf.video(video);
        shelf.in(() -> automatic.compacted(new WorkEnded(
                "job",
                UUID.randomUUID(),
                kind,
                outcome,
                found.club().id(),
                video,
                found.title(),
                null,
                null,
                null,
                shelf.club.clock.instant())));
    }

    private List<Upload> sent() {
        return shelf.club.in(() -> uploads.of(video));
    }

    @Test
    void what_stays_as_it_is_goes_at_once() {
        choose(false);
        recorded();

        assertThat(sent()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"done", "skipped", "failed", "cancelled"})
    void what_is_made_smaller_goes_once_that_is_over_however_it_ended(String outcome) {
        choose(true);
        recorded();
        ended("convert", "done");
        assertThat(sent()).isEmpty();

        ended("compact", outcome);
        ended("compact", "done");

        assertThat(sent()).singleElement().satisfies(upload -> assertThat(upload.isAutomatic())
                .isTrue());
    }
}
