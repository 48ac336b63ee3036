package club.courtside.library.arrival;

import club.courtside.account.Caller;
import club.courtside.court.EngineSeam;
import club.courtside.library.Video;
import club.courtside.library.Videos;
import club.courtside.platform.CurrentSettings;
import club.courtside.session.DiskSpace;
import club.courtside.session.TestClub;
import club.courtside.settings.Settings;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;

/** Uploads into the club of a {@link TestClub}; what is sent are words. */
public final class TestIntake implements AutoCloseable {

    public final TestClub club;
    final ArrivalFiles files;
    final ArrivalLedger ledger;
    public final Videos videos;
    private final Arrivals arrivals;
    private final CurrentSettings settings;
    private final DiskSpace disk;
    public Intake intake;
    ArrivalExamination examination;

    public TestIntake(Path folder) {
        club = new TestClub(folder);
        settings = new CurrentSettings(new Settings(
                new Properties(),
                Map.of("COURTSIDE_MAX_UPLOAD_GB", "0.001", "COURTSIDE_MIN_FREE_GB", "0"),
                club.data.root()));
        files = new ArrivalFiles(club.data);
        arrivals = new Arrivals(club.database.entities());
        videos = new Videos(club.database.entities());
        ledger = new ArrivalLedger(
                club.database.entities(), arrivals, videos, settings, club.clock, club.events, club.audit);
        disk = new DiskSpace(club.data, club.recordings, club.clock, settings);
        restart();
    }

    /** Everything that was only remembered is forgotten. */
    public void restart() {
        intake = new Intake(club.access, ledger, files, new ArrivalRequests(), disk, settings);
        examination =
                new ArrivalExamination(intake, ledger, files, EngineSeam.connected(club.engine), disk, club.clock);
    }

    UUID announce(String name, long bytes) {
        return announce(club.admin, name, bytes).id();
    }

    ArrivalView announce(Caller caller, String name, long bytes) {
        return club.in(() -> intake.announce(caller, null, new ArrivalName(name), bytes));
    }

    ArrivalView send(UUID id, long offset, String content) {
        return send(id, offset, content.length(), null, stream(content));
    }

    ArrivalView send(UUID id, long offset, long length, UploadChecksum checksum, InputStream content) {
        return club.in(() -> intake.receive(club.admin, id, offset, length, checksum, content));
    }

    public static InputStream stream(String content) {
        return new ByteArrayInputStream(content.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** All of it, then what is done with it. */
    public ArrivalView upload(String name, String content) {
        UUID id = announce(name, content.length());
        send(id, 0, content);
        examine();
        return view(id);
    }

    public void examine() {
        club.database.inTransaction(() -> {
            examination.takeIn();
        });
    }

    public void tidyUp() {
        club.database.inTransaction(examination::tidyUp);
    }

    ArrivalView view(UUID id) {
        return club.in(() -> intake.view(club.admin, id));
    }

    public Video video(UUID id) {
        return videos.find(id).orElseThrow();
    }

    @Override
    public void close() {
        club.close();
    }
}
