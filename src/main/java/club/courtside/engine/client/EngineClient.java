package club.courtside.engine.client;

import club.courtside.engine.api.EngineEvent;
import club.courtside.engine.api.EngineStatus;
import club.courtside.engine.api.ExamineSpec;
import club.courtside.engine.api.Examined;
import club.courtside.engine.api.FeedSpec;
import club.courtside.engine.api.FeedStatus;
import club.courtside.engine.api.JoinSpec;
import club.courtside.engine.api.MediaInfo;
import club.courtside.engine.api.RecordingSpec;
import club.courtside.engine.api.RecordingStatus;
import club.courtside.engine.api.RelayAnswer;
import club.courtside.engine.api.RelayReader;
import club.courtside.engine.api.StripSpec;
import club.courtside.engine.api.TaskSpec;
import club.courtside.engine.api.TaskStatus;
import club.courtside.engine.api.ThumbnailSpec;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.function.Consumer;

/**
 * The engine's HTTP interface for Java; see {@link club.courtside.engine.api}. All calls throw {@link EngineException}:
 * with a reason of the engine's, or {@link EngineException#isUnavailable()} when no engine answers.
 */
public interface EngineClient {

    EngineStatus status();

    FeedStatus putFeed(String id, FeedSpec spec);

    FeedStatus feed(String id);

    void deleteFeed(String id);

    /** Waits until the feed is live. */
    FeedStatus checkFeed(String id, Duration timeout, int attempts);

    /** Tries a camera that is not a feed. */
    FeedStatus check(FeedSpec spec, Duration timeout, int attempts);

    RecordingStatus putRecording(String id, RecordingSpec spec);

    RecordingStatus recording(String id);

    RecordingStatus stopRecording(String id);

    void deleteRecording(String id);

    MediaInfo probe(String file);

    /** Reads all of a file that somebody has brought; takes minutes for hours of video. */
    Examined examine(ExamineSpec spec);

    /**
     * Copies pieces of film into one MP4; takes minutes for hours of video.
     *
     * @return original when browsers would not play them, or they do not fit together; then nothing was written
     */
    Examined join(JoinSpec spec);

    /**
     * Makes an ordinary MP4 of what a killed engine left behind; takes minutes for hours of video.
     *
     * @param file absolute path of the recording, also when only its {@code .crash.mp4} is there
     * @return failed when nothing in it could be read
     */
    RecordingStatus finish(String file);

    void thumbnail(ThumbnailSpec spec);

    /** Begins a task; the same id again answers the task as it stands. */
    TaskStatus putTask(String id, TaskSpec spec);

    /** Status 404 when the engine does not know it: it may have been restarted since. */
    TaskStatus task(String id);

    List<TaskStatus> tasks();

    /** Ends it if it runs, deletes what it has half written, and forgets it; nothing happens when it is not known. */
    void deleteTask(String id);

    /** Takes seconds for hours of video, longer while the machine is busy. */
    void strip(StripSpec spec);

    /** One JPEG of now. */
    byte[] snapshot(String feedId, int width);

    /**
     * Opens a live stream without holding a thread.
     *
     * @param kind {@code live.mp4} or {@code live.mjpeg}
     * @param query for example {@code Map.of("fps", "5", "width", "640")}
     */
    CompletionStage<Live> live(String feedId, String kind, Map<String, String> query);

    /** Answers an event of type {@code relay_login}. */
    void answerRelayLogin(String id, RelayAnswer answer);

    /** Who reads from the relay now. */
    List<RelayReader> relayReaders();

    /** Ends that connection; nothing happens when it has ended. */
    void endRelayReader(String id);

    /** Reads events until the engine goes away or {@code Thread.interrupt()}; blocks the calling thread. */
    void events(Consumer<EngineEvent> to);

    /** Finishes all recordings in good order and ends the engine. */
    void shutdown();

    /** An open live stream: bytes come as fast as the subscriber asks for them; cancel to leave. */
    record Live(String contentType, Flow.Publisher<java.util.List<java.nio.ByteBuffer>> bytes) {}
}
