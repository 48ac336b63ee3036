package club.courtside.media;

import club.courtside.media.Recording.GapInTime;
import club.courtside.media.Recording.Plan;
import club.courtside.media.Recording.Snapshot;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The one MP4 of a recording. It begins with the first key frame, or goes on where a killed engine stopped; whatever the
 * camera comes back with later is brought into the tracks that it then has. Used by one thread.
 */
final class RecordingFile {

    private static final long SYNC_EVERY = 1_000_000_000L;
    /** A camera's first packets may come late; after this time of a recording its beginning is known well enough. */
    private static final long SETTLED_MICROS = 10_000_000;
    /** Bytes, at most; most need half of it. */
    private static final long INDEX_OF_A_PACKET = 32;

    private static final long SMALL_THINGS = 1 << 20;

    private final Plan plan;
    private final RecordingTools tools;
    private final FeedClock clock;
    private final RecordingProgress progress;
    private final RecordingLog log;
    private Mp4Writer writer;
    private Track fileVideo;
    private Track fileAudio;
    private TrackPath video;
    private TrackPath audio;
    private Long base;
    private boolean unsafe;
    private long syncedAt;
    private long synced;
    private long onDisk;
    private long grewAt;
    private List<Track> connected = List.of();
    private boolean keyAwaited;

    RecordingFile(Plan plan, RecordingTools tools, FeedClock clock, RecordingProgress progress, RecordingLog log) {
        this.plan = plan;
        this.tools = tools;
        this.clock = clock;
        this.progress = progress;
        this.log = log;
    }

    /** Takes over what a killed engine left behind; does nothing when there is nothing. */
    void takeOver() throws IOException {
        if (!goOn(plan.startedAt(), plan.before().gaps())) return;
        progress.interrupted(RecordingProgress.ENGINE_RESTARTED, "The recorder was restarted.");
        log.say("Continued after a restart; %d frames were left behind.".formatted(progress.frames()));
    }

    private boolean goOn(Instant startedAt, List<GapInTime> gaps) throws IOException {
        LeftBehind left = new LeftBehind(plan.file(), tools, progress, gaps);
        if (!left.exists()) return false;
        Optional<LeftBehind.Continued> continued = left.takeOver(startedAt);
        if (continued.isEmpty()) {
            log.say("The file that was left behind holds nothing readable; begun anew.");
            return false;
        }
        writer = continued.get().writer();
        fileVideo = continued.get().video();
        fileAudio = continued.get().audio();
        return true;
    }

    /** Lets go of the file as if the engine had been killed, and goes on in what is there of it. */
    void reopen() throws IOException {
        Snapshot before = progress.snapshot();
        List<Track> tracks = connected;
        dropPaths();
        if (writer != null) writer.close();
        writer = null;
        fileVideo = null;
        fileAudio = null;
        base = null;
        unsafe = false;
        onDisk = 0;
        progress.beginsAnew();
        if (goOn(before.startedAt(), before.gaps())) progress.interrupted(before.reasonCode(), before.reason());
        connected(tracks);
        keyAwaited = true;
    }

    /** @throws IOException when the camera's video cannot be brought into the file; the next connection may be better */
    void connected(List<Track> tracks) throws IOException {
        if (audio != null && tracks.stream().noneMatch(audio::isOf)) closeSound();
        closeVideo();
        connected = List.copyOf(tracks);
        grewAt = clock.nanos();
        for (Track track : tracks) {
            if (track.isVideo() && video == null) video = TrackPath.video(track, fileVideo, plan.hevc(), tools);
            else if (!track.isVideo() && audio == null) audio = soundPath(track);
        }
    }

    private TrackPath soundPath(Track track) {
        if (!plan.sound()) return null;
        if (writer != null && fileAudio == null) {
            log.say("Recorded without this sound: the file has begun and has no sound.");
            return null;
        }
        try {
            return TrackPath.audio(track, fileAudio, tools);
        } catch (IOException e) {
            log.say("Recorded without this sound: " + e.getMessage());
            return null;
        }
    }

    void write(Packet packet) throws IOException {
        if (video == null || isUseless(packet) || (writer == null && !begin(packet))) return;
        if (base == null) base = packet.dtsMicros() - offsetInFile(packet);
        TrackPath path = packet.track().isVideo() ? video : audio;
        long dts = packet.dtsMicros() - base;
        if (path == null || dts < 0) return;
        if (dts < SETTLED_MICROS) progress.beganNotAfter(packet.arrivedAt(clock).minusNanos(dts * 1000));
        progress.received();
        if (!put(path, packet.at(packet.ptsMicros() - base, dts))) return;
        progress.written();
        if (packet.track().isVideo()) progress.recording();
        sync();
    }

    /** What comes before the first key frame in a file that was opened again cannot be decoded. */
    private boolean isUseless(Packet packet) {
        if (packet.track().isVideo() && packet.key()) keyAwaited = false;
        return keyAwaited;
    }

    private boolean begin(Packet first) throws IOException {
        if (!first.track().isVideo() || !first.key()) return false;
        fileVideo = video.track();
        fileAudio = audio == null ? null : audio.track();
        writer = tools.writer()
                .create(plan.file(), fileAudio == null ? List.of(fileVideo) : List.of(fileVideo, fileAudio));
        Instant began = first.arrivedAt(clock);
        progress.began(began, fileVideo, fileAudio);
        log.say("Recording since %s until %s".formatted(began, progress.endsAt()));
        return true;
    }

    /** 0 at the beginning of a file; after a restart as far on as the clock went meanwhile. */
    private long offsetInFile(Packet packet) {
        if (progress.frames() == 0) return 0;
        Instant startedAt = progress.snapshot().startedAt();
        long passed = Duration.between(startedAt, packet.arrivedAt(clock)).toNanos() / 1000;
        return Math.max(passed, progress.lengthMicros());
    }

    private boolean put(TrackPath path, Packet packet) throws IOException {
        List<Packet> results;
        try {
            results = path.through(packet);
        } catch (IOException undecodable) {
            if (path.failsNewly()) log.say("A packet could not be converted: " + undecodable.getMessage());
            return false;
        }
        put(results);
        return true;
    }

    private void put(List<Packet> packets) throws IOException {
        for (Packet packet : packets) {
            if (packet.dtsMicros() < 0) continue;
            writer.write(packet);
            unsafe = true;
            if (packet.track().isVideo()) grewAt = clock.nanos();
            progress.inFile(packet, writer.bytes());
        }
    }

    /** Nanoseconds since the last picture was written, or since the camera connected. */
    long stillFor() {
        return clock.nanos() - grewAt;
    }

    /** Whether there is a way for the camera's pictures into the file. */
    boolean takesVideo() {
        return video != null;
    }

    /** With each second that was written: what waits for its sync is never older. */
    private void sync() throws IOException {
        boolean due = clock.nanos() - syncedAt >= SYNC_EVERY;
        if (writer.bytes() == synced && !due) return;
        synced = writer.bytes();
        syncedAt = clock.nanos();
        writer.sync();
        checkOnDisk();
        tools.room().keep(plan.file(), toEnd());
    }

    /** Somebody may have moved or deleted the file that we go on writing to. */
    private void checkOnDisk() throws IOException {
        long there = Files.exists(plan.file()) ? Files.size(plan.file()) : -1;
        if (there < onDisk) throw new IOException("The file is not there any more, or shorter than it was.");
        onDisk = there;
    }

    /** Bytes that the index of the file and the next seconds take. */
    private long toEnd() {
        Snapshot now = progress.snapshot();
        return now.packetsWritten() * INDEX_OF_A_PACKET + 3 * now.bitsPerSecond() / 8 + SMALL_THINGS;
    }

    /** Everything received is safe on disk after this. */
    void flush() throws IOException {
        if (writer == null || !unsafe) return;
        writer.flush();
        writer.sync();
        unsafe = false;
        syncedAt = clock.nanos();
    }

    private void closeVideo() throws IOException {
        TrackPath ending = video;
        video = null;
        close(ending);
    }

    private void closeSound() throws IOException {
        TrackPath ending = audio;
        audio = null;
        close(ending);
    }

    private void close(TrackPath ending) throws IOException {
        if (ending == null) return;
        try (ending) {
            if (writer != null) put(ending.finish());
        }
    }

    private void dropPaths() {
        if (video != null) video.close();
        if (audio != null) audio.close();
        video = null;
        audio = null;
    }

    /** Ends it in good order; without a picture there is no file. */
    void finish() throws IOException {
        try {
            closeVideo();
            closeSound();
        } finally {
            dropPaths();
            if (writer != null) {
                try (Mp4Writer ending = writer) {
                    if (progress.frames() > 0) ending.finish();
                }
                if (progress.frames() == 0) Files.deleteIfExists(plan.file());
            }
            tools.room().leave(plan.file());
        }
    }

    long size() {
        return plan.file().toFile().length();
    }
}
