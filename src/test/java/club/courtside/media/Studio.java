package club.courtside.media;

import club.courtside.media.Recording.Plan;
import club.courtside.media.ffmpeg.Ffmpeg;
import club.courtside.support.Await;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** A made-up camera, its feed and its recordings on the test's own clock; real pictures, real files. */
final class Studio implements AutoCloseable {

    static final CameraAddress ADDRESS = CameraAddress.parse("rtsp://camera.test/x", null, null, null);
    static final Track ALAW = new Track(1, Track.Kind.AUDIO, Track.Codec.PCMA, 0, 0, 8000, 1, new byte[0]);

    final FakeClock clock = new FakeClock();
    final FakeCamera camera;
    final Feed feed;
    final RecordingTools tools = new Ffmpeg().recordingTools();
    private final Path folder;
    private List<Packet> pictures = Pictures.h264();
    private int sent;
    private int sound;
    private long cameraTime = 7_000_000_000L;

    Studio(Path folder) {
        this(folder, List.of(Pictures.h264Track()));
    }

    Studio(Path folder, List<Track> tracks) {
        this.folder = folder;
        camera = new FakeCamera(clock, tracks);
        feed = new Feed("court-1", ADDRESS, camera, clock, () -> {});
    }

    Path file() {
        return folder.resolve("match.mp4");
    }

    Recording record(Duration length) {
        return record(new Plan("r1", file(), clock.now().plus(length), null, true, folder.resolve("log/r1.log")));
    }

    /** Stops it and waits for its file: {@link Recording#stop} itself answers within a second. */
    static Recording.Snapshot ended(Recording recording) {
        return Await.value("the end", recording::stop, end -> end.state().hasEnded());
    }

    /** Two threads come with it: the feed's, unless that runs already, and the recording's. */
    Recording record(Plan plan) {
        boolean running = feed.snapshot().state() != FeedState.IDLE;
        int before = clock.threads();
        Recording recording = Recording.start(plan, feed, tools, clock, () -> {});
        clock.awaitThreads(before + (running ? 1 : 2));
        return recording;
    }

    /** Pictures at 25 a second, each 40 ms after the one before, the first a key frame after a new connection. */
    Studio frames(int count) {
        for (int i = 0; i < count; i++) {
            frame();
            pass(Duration.ofMillis(40));
        }
        return this;
    }

    void pass(Duration time) {
        clock.advance(time);
        cameraTime += time.toNanos() / 1000;
    }

    /** One picture now. */
    void frame() {
        Packet picture = pictures.get(sent++ % pictures.size());
        camera.send(new Packet(
                camera.announced(picture.track()),
                cameraTime,
                cameraTime,
                picture.key(),
                clock.nanos(),
                picture.data()));
    }

    /** From now on these, as they are. */
    void sends(List<Packet> other) {
        pictures = other;
        sent = 0;
    }

    /** Goes on with other pictures in the same connection, and tells nobody but in its key frames. */
    void goesOnWith(List<Packet> other) {
        sends(other.stream().map(Pictures::withParameters).toList());
    }

    /** 20 ms of G.711. */
    void sound() {
        byte[] samples = new byte[160];
        for (int i = 0; i < samples.length; i++) samples[i] = (byte) (0x55 ^ (sound + i) % 40);
        long time = 7_000_000_000L + sound++ * 20_000L;
        camera.send(new Packet(ALAW, time, time, true, clock.nanos(), ByteBuffer.wrap(samples)));
    }

    void cameraTimeJumps(Duration by) {
        cameraTime += by.toNanos() / 1000;
    }

    Studio lostFor(Duration duration) {
        camera.fail(CameraLost.Reason.CLOSED);
        clock.advance(duration);
        comesBackWith(pictures);
        return this;
    }

    /** Connects again at the feed's next attempt. */
    void comesBackWith(List<Packet> other) {
        comesBackWith(other, List.of(other.get(0).track()));
    }

    void comesBackWith(List<Packet> other, List<Track> tracks) {
        pictures = other;
        sent = 0;
        camera.returns(tracks);
        int before = camera.opened().size();
        for (int i = 0; i < 200 && camera.opened().size() == before; i++) clock.advance(Duration.ofMillis(100));
    }

    @Override
    public void close() {
        feed.close();
    }
}
