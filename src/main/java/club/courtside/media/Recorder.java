package club.courtside.media;

import club.courtside.media.Recording.Plan;
import club.courtside.media.Recording.State;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Writes what a feed delivers into one MP4. Everything here runs in the subscription's thread. */
final class Recorder implements Subscriber {

    private static final long SYNC_EVERY = 1_000_000_000L;

    private final Plan plan;
    private final RecordingTools tools;
    private final FeedClock clock;
    private final RecordingProgress progress;
    private final RecordingLog log;
    private final Runnable onEnd;
    private final Runnable onClosed;
    private List<Track> offered = List.of();
    private Mp4Writer writer;
    private Track fileVideo;
    private Track fileAudio;
    private TrackPath video;
    private TrackPath audio;
    private Long base;
    private CameraLost lastLost;
    private IOException broken;
    private boolean prepared;
    private boolean lost;
    private boolean ending;
    private boolean unsafe;
    private long syncedAt;

    /**
     * @param onEnd the planned end came; nothing more is wanted
     * @param onClosed the file is as it will be
     */
    Recorder(
            Plan plan,
            RecordingTools tools,
            FeedClock clock,
            RecordingProgress progress,
            RecordingLog log,
            Runnable onEnd,
            Runnable onClosed) {
        this.plan = plan;
        this.tools = tools;
        this.clock = clock;
        this.progress = progress;
        this.log = log;
        this.onEnd = onEnd;
        this.onClosed = onClosed;
    }

    /** Takes over what a killed engine left behind, before anything else. */
    void prepare() {
        if (prepared) return;
        prepared = true;
        LeftBehind left = new LeftBehind(plan.file(), tools, progress);
        if (!left.exists()) return;
        try {
            Optional<LeftBehind.Continued> continued = left.takeOver(plan.startedAt());
            if (continued.isEmpty()) {
                log.say("The file that was left behind holds nothing readable; begun anew.");
                return;
            }
            writer = continued.get().writer();
            fileVideo = continued.get().video();
            fileAudio = continued.get().audio();
            progress.interrupted(RecordingProgress.ENGINE_RESTARTED, "The recorder was restarted.");
            log.say("Continued after a restart; %d frames were left behind.".formatted(progress.frames()));
        } catch (IOException | RuntimeException e) {
            fail(new IOException("The file that was left behind cannot be continued: " + e.getMessage(), e));
        }
    }

    @Override
    public void connected(List<Track> tracks) {
        prepare();
        offered = tracks;
        if (lost) progress.reconnected();
        lost = false;
        log.say("Camera connected: " + describe(tracks));
        if (writer != null) choosePaths();
    }

    @Override
    public void packet(Packet packet) {
        prepare();
        if (ending || isPastEnd(arrivedAt(packet))) {
            end();
            return;
        }
        try {
            if (writer == null && !begin(packet)) return;
            if (base == null) base = packet.dtsMicros() - offsetInFile(packet);
            write(packet);
            sync();
        } catch (IOException e) {
            fail(e);
        }
    }

    private boolean begin(Packet first) throws IOException {
        if (!first.track().isVideo() || !first.key()) return false;
        choosePaths();
        if (video == null) return false;
        fileVideo = video.track();
        fileAudio = audio == null ? null : audio.track();
        writer = tools.writer()
                .create(plan.file(), fileAudio == null ? List.of(fileVideo) : List.of(fileVideo, fileAudio));
        progress.began(arrivedAt(first), fileVideo, fileAudio);
        progress.recording();
        log.say("Recording since " + arrivedAt(first) + " until " + progress.endsAt());
        return true;
    }

    /** 0 at the beginning of a file; after a restart as far on as the clock went meanwhile. */
    private long offsetInFile(Packet packet) {
        if (progress.frames() == 0) return 0;
        Instant startedAt = progress.snapshot().startedAt();
        long clockSays = Duration.between(startedAt, arrivedAt(packet)).toNanos() / 1000;
        return Math.max(clockSays, progress.lengthMicros());
    }

    private void write(Packet packet) throws IOException {
        TrackPath path = packet.track().isVideo() ? video : audio;
        long dts = packet.dtsMicros() - base;
        if (path == null || dts < 0) return;
        progress.received();
        List<Packet> results;
        try {
            results = path.through(packet.at(packet.ptsMicros() - base, dts));
        } catch (IOException undecodable) {
            log.say("A packet could not be converted: " + undecodable.getMessage());
            return;
        }
        put(results);
        progress.written();
        if (packet.track().isVideo()) progress.recording();
    }

    private void put(List<Packet> packets) throws IOException {
        for (Packet packet : packets) {
            if (packet.dtsMicros() < 0) continue;
            writer.write(packet);
            unsafe = true;
            progress.inFile(packet, writer.bytes());
        }
    }

    private void choosePaths() {
        closePaths();
        for (Track track : offered) {
            try {
                if (track.isVideo() && video == null) video = TrackPath.video(track, fileVideo, tools);
                else if (!track.isVideo() && audio == null && wantsSound())
                    audio = TrackPath.audio(track, fileAudio, tools);
            } catch (IOException e) {
                log.say("Not recorded: %s: %s".formatted(describe(List.of(track)), e.getMessage()));
                if (track.isVideo()) lastLost = new CameraLost(CameraLost.Reason.UNSUPPORTED_CODEC, e.getMessage(), e);
            }
        }
    }

    private boolean wantsSound() {
        return plan.sound() && (writer == null || fileAudio != null);
    }

    private void closePaths() {
        try {
            if (writer != null && video != null) put(video.finish());
            if (writer != null && audio != null) put(audio.finish());
        } catch (IOException e) {
            log.say("The end of a conversion was lost: " + e.getMessage());
        }
        if (video != null) video.close();
        if (audio != null) audio.close();
        video = null;
        audio = null;
    }

    @Override
    public void lost(CameraLost why) {
        prepare();
        lost = true;
        lastLost = why;
        log.say("Camera lost: " + why.getMessage());
        if (!ending) progress.interrupted(code(why), why.getMessage());
        flush();
    }

    @Override
    public void skipped(int packets) {
        log.say("The disk is too slow: %d packets were left out.".formatted(packets));
        progress.interrupted(RecordingProgress.INTERNAL, "The disk is too slow.");
    }

    @Override
    public void idle() {
        prepare();
        if (isPastEnd(clock.now())) end();
        flush();
    }

    private void flush() {
        if (writer == null || !unsafe) return;
        try {
            writer.flush();
            writer.sync();
            unsafe = false;
            syncedAt = clock.nanos();
        } catch (IOException e) {
            fail(e);
        }
    }

    private void sync() throws IOException {
        if (clock.nanos() - syncedAt < SYNC_EVERY) return;
        syncedAt = clock.nanos();
        writer.sync();
    }

    private boolean isPastEnd(Instant moment) {
        return !moment.isBefore(progress.endsAt());
    }

    private Instant arrivedAt(Packet packet) {
        return clock.now().minusNanos(clock.nanos() - packet.arrivedNanos());
    }

    private void end() {
        if (ending) return;
        ending = true;
        onEnd.run();
    }

    private void fail(IOException why) {
        if (broken == null) {
            broken = why;
            log.say("The file cannot be written: " + why.getMessage());
        }
        end();
    }

    @Override
    public void closed() {
        prepare();
        progress.finalizing();
        try {
            finishFile();
        } catch (IOException | RuntimeException e) {
            if (broken == null) broken = new IOException(e.getMessage(), e);
        }
        if (progress.frames() == 0) failed();
        else completed();
        onClosed.run();
    }

    private void finishFile() throws IOException {
        closePaths();
        if (writer == null) return;
        try (Mp4Writer file = writer) {
            if (progress.frames() > 0) file.finish();
        }
    }

    private void failed() {
        try {
            if (writer != null) Files.deleteIfExists(plan.file());
        } catch (IOException e) {
            log.say("The empty file cannot be deleted: " + e.getMessage());
        }
        String code = broken != null ? RecordingProgress.INTERNAL : lastLost != null ? code(lastLost) : "no_video";
        String message = broken != null
                ? broken.getMessage()
                : lastLost != null ? lastLost.getMessage() : "The camera sent no picture.";
        log.say("Failed: " + message);
        progress.ended(State.FAILED, code, message, 0);
    }

    private void completed() {
        long size = plan.file().toFile().length();
        log.say("Completed: %.1f s, %d frames, %d bytes"
                .formatted(progress.lengthMicros() / 1e6, progress.frames(), size));
        progress.ended(
                State.COMPLETED,
                broken == null ? null : RecordingProgress.INTERNAL,
                broken == null ? null : broken.getMessage(),
                size);
    }

    private static String code(CameraLost why) {
        return why.reason().name().toLowerCase(Locale.ROOT);
    }

    private static String describe(List<Track> tracks) {
        StringBuilder text = new StringBuilder();
        for (Track track : tracks) {
            if (text.length() > 0) text.append(", ");
            text.append(track.codecName());
            if (track.isVideo()) text.append(" %d×%d".formatted(track.width(), track.height()));
            else text.append(" %d Hz".formatted(track.sampleRate()));
        }
        return text.toString();
    }
}
