package club.courtside.session;

import club.courtside.account.Caller;
import club.courtside.account.Role;
import club.courtside.account.User;
import club.courtside.account.Users;
import club.courtside.account.audit.Audit;
import club.courtside.court.Camera;
import club.courtside.court.CameraEngine;
import club.courtside.court.CameraFeeds;
import club.courtside.court.CameraLeaving;
import club.courtside.court.CameraSecrets;
import club.courtside.court.CameraUrl;
import club.courtside.court.Cameras;
import club.courtside.court.Club;
import club.courtside.court.ClubAdministration;
import club.courtside.court.ClubLeaving;
import club.courtside.court.Clubs;
import club.courtside.court.Court;
import club.courtside.court.CourtAccess;
import club.courtside.court.CourtAdministration;
import club.courtside.court.Courts;
import club.courtside.court.EngineSeam;
import club.courtside.engine.api.EngineEvent;
import club.courtside.engine.api.RecordingState;
import club.courtside.engine.api.RecordingStatus;
import club.courtside.platform.CurrentSettings;
import club.courtside.platform.DataFolder;
import club.courtside.platform.LiveUpdate;
import club.courtside.session.wall.CourtBoard;
import club.courtside.settings.Settings;
import club.courtside.support.FakeEngine;
import club.courtside.support.FiredEvents;
import club.courtside.support.SettableClock;
import club.courtside.support.TestDatabase;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;
import java.util.function.Supplier;

/** A club with two courts on a real database, and an engine without cameras. */
public final class TestClub implements AutoCloseable {

    static final int MOST_SESSIONS = 3;

    public final TestDatabase database = new TestDatabase();
    public final SettableClock clock = new SettableClock();
    public final FakeEngine engine = new FakeEngine(clock);
    public final FiredEvents<Object> events = new FiredEvents<>();
    public final FiredEvents<LiveUpdate> updates = new FiredEvents<>();
    public final DataFolder data;
    public final CurrentSettings settings;

    public final Club club = new Club("Padel du Lac", "lac", ZoneId.of("Europe/Paris"));
    public final Court court = new Court(club, "Central", "central", 1);
    public final Camera camera = new Camera(court, "Main", CameraUrl.parse("rtsp://camera/1"), true);
    public final Audit audit = new Audit(database.entities(), clock, new FiredEvents<>());
    public final Caller admin;
    public final Caller player;
    public final Caller otherPlayer;
    public final Caller stranger;

    public final Sessions sessions = new Sessions(database.entities());
    public final Recordings recordings = new Recordings(database.entities());
    public final CameraEngine cameraEngine = EngineSeam.connected(engine);
    final RecordingLedger ledger;
    public final SessionOpener opener;
    public final CourtAdministration administration;
    public final ClubAdministration clubAdministration;
    public final CourtAccess access;
    final Recorder recorder;
    final RecordingOrders orders;
    final RecordingEvents reports;
    final EngineReconciliation reconciliation;
    final SessionSweep sweep;
    final CourtBoard board;

    /** What its matches do where nobody says otherwise; null when there is nowhere to send them. */
    Boolean sentAfterwards;

    private final List<Court> more = new ArrayList<>();

    public TestClub(Path folder) {
        data = new DataFolder(folder);
        settings = settings(Map.of("COURTSIDE_MAX_SESSIONS", "" + MOST_SESSIONS, "COURTSIDE_MIN_FREE_GB", "0"));
        admin = user("admin@lac.example", Role.CLUB_ADMIN, club);
        player = user("ana@lac.example", Role.PLAYER, club);
        otherPlayer = user("ben@lac.example", Role.PLAYER, club);
        Club elsewhere = new Club("Elsewhere", "elsewhere", ZoneId.of("Europe/Madrid"));
        stranger = user("eva@elsewhere.example", Role.CLUB_ADMIN, elsewhere);
        database.inTransaction(() -> {
            database.entities().persist(court);
            database.entities().persist(camera);
        });
        Clubs clubs = new Clubs(database.entities());
        Courts courts = new Courts(database.entities());
        Cameras cameras = new Cameras(database.entities());
        access = new CourtAccess(clubs, courts, cameras);
        CameraFeeds feeds = new CameraFeeds(cameraEngine, updates);
        CameraSecrets secrets = new CameraSecrets(data);
        SessionFeeds sessionFeeds = new SessionFeeds(cameraEngine, feeds, secrets, sessions, settings);
        SessionLedger sessionLedger =
                new SessionLedger(database.entities(), sessions, cameras, recordings, clock, events, settings);
        ledger = new RecordingLedger(database.entities(), sessions, recordings, clock, events, audit);
        EngineRecorder engineRecorder = new EngineRecorder(cameraEngine, sessionFeeds, data);
        orders = new RecordingOrders(List.of(engineRecorder), cameraEngine);
        opener = new SessionOpener(access, sessions, sessionLedger, sessionFeeds, orders);
        events.observe(SessionClosed.class, sessionFeeds::closed);
        events.observe(RecordingEnded.class, sessionLedger::recordingEnded);
        administration = new CourtAdministration(courts, cameras, secrets, clock, events, audit);
        clubAdministration = new ClubAdministration(
                clubs, courts, administration, new Users(database.entities()), clock, events, audit);
        events.observe(CameraLeaving.class, sessionLedger::cameraLeaves);
        events.observe(ClubLeaving.class, sessionLedger::clubLeaves);
        LatestFigures figures = new LatestFigures();
        recorder = new Recorder(opener, sessions, ledger, orders, new DiskSpace(data, recordings, clock, settings));
        reports = new RecordingEvents(ledger, figures, clock, updates);
        reconciliation = new EngineReconciliation(recordings, reports, ledger, engineRecorder, cameraEngine);
        sweep = new SessionSweep(sessions, sessionLedger, feeds, settings);
        board = new CourtBoard(
                access,
                cameras,
                feeds,
                sessions,
                recordings,
                figures,
                orders,
                of -> Optional.ofNullable(sentAfterwards),
                clock);
    }

    private Caller user(String email, Role role, Club of) {
        User user = new User(email, email.substring(0, 3), role, "no password");
        user.joins(of.id());
        database.inTransaction(() -> {
            if (database.entities().find(Club.class, of.id()) == null)
                database.entities().persist(of);
            database.entities().persist(user);
        });
        return user.asCaller();
    }

    /** These, and the defaults. */
    public CurrentSettings settings(Map<String, String> environment) {
        return new CurrentSettings(new Settings(new Properties(), environment, data.root()));
    }

    /** Another court with a camera. */
    Court anotherCourt() {
        Court another = new Court(club, "Court", "court-" + (more.size() + 2), more.size() + 2);
        more.add(another);
        database.inTransaction(() -> {
            database.entities().persist(another);
            database.entities().persist(new Camera(another, "Main", CameraUrl.parse("rtsp://camera/x"), true));
        });
        return another;
    }

    /** A further angle of the court. */
    public Camera anotherAngle(String name) {
        Camera angle = new Camera(court, name, CameraUrl.parse("rtsp://camera/" + name), false);
        database.inTransaction(() -> {
            database.entities().persist(angle);
        });
        return angle;
    }

    /** Ends what is recorded, then closes the session. */
    public void close(Caller caller, UUID sessionId) {
        in(() -> recorder.close(caller, sessionId));
    }

    public UUID open(Caller caller) {
        return in(() -> opener.open(caller, "central", null).value().id());
    }

    /** @return the main angle's */
    public Recording start(Caller caller, UUID sessionId, int minutes) {
        return startAll(caller, sessionId, minutes).main();
    }

    /** @param autoUpload null follows the club */
    public Recording start(Caller caller, UUID sessionId, int minutes, Boolean autoUpload) {
        StartRequest request = new StartRequest(new RecordMinutes(minutes), null, autoUpload);
        return in(() -> recorder.start(caller, sessionId, request).value()).main();
    }

    public Take startAll(Caller caller, UUID sessionId, int minutes) {
        return in(() -> recorder.start(caller, sessionId, new StartRequest(new RecordMinutes(minutes), null, null))
                .value());
    }

    /** @return the main angle's */
    public Recording stop(Caller caller, UUID sessionId) {
        return in(() -> recorder.stop(caller, sessionId)).main();
    }

    /** What the engine says of a running recording. */
    public void report(Recording recording, RecordingState state, double seconds) {
        String id = recording.id().toString();
        database.inTransaction(() -> reports.report(
                new EngineEvent("recording", null, engine.status(id, state, recording.requestedAt(), seconds))));
    }

    /** The engine has computed what it computes after the end. */
    public void reportFingerprint(Recording recording, String sha256) {
        RecordingStatus ended = engine.ended.get(recording.id().toString());
        database.inTransaction(() -> reports.report(new EngineEvent("recording", null, engine.with(ended, sha256))));
    }

    public <T> T in(Supplier<T> work) {
        return database.inTransaction(work);
    }

    @Override
    public void close() {
        database.close();
    }
}
