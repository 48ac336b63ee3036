package club.courtside.media.ffmpeg;

import club.courtside.media.Pace;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.bytedeco.ffmpeg.avcodec.AVPacket;

/** One pass over a video that writes its copy. Used by one thread. */
final class Transcoding implements AutoCloseable {

    /** By how much the last packet may end before the length that the file promises: of it, and at most seconds. */
    private static final double TOLERANCE = 0.3;

    private static final double TOLERANCE_SECONDS = 2;

    /** Moving all of the file to make room for its tables, on a slow disk. */
    private static final long BYTES_PER_SECOND = 5_000_000;

    private final MediaFile source;
    private final Pace pace;
    private final Mp4Copy output;
    private final SteadyTimes times;
    private final int video;
    private final int audio;
    private final PictureCopy pictures;
    private final SoundCopy sound;

    Transcoding(MediaFile source, Path to, CopyForm form, Pace pace) throws IOException {
        this.source = source;
        this.pace = pace;
        this.video = source.video().orElseThrow().index();
        this.audio = source.sound();
        this.times = new SteadyTimes(source);
        source.only(video, audio);
        this.output = new Mp4Copy(to);
        double seconds = source.seconds();
        int soundBits = audio < 0 ? 0 : form.audioBits(SoundCopy.channelsOf(source.stream(audio)), seconds);
        PictureCopy begun = null;
        try {
            begun = new PictureCopy(source.stream(video), form, seconds, soundBits, output);
            this.pictures = begun;
            this.sound = audio < 0 ? null : new SoundCopy(source.stream(audio), soundBits, output);
            output.begin();
        } catch (IOException | RuntimeException e) {
            if (begun != null) begun.close();
            output.close();
            throw e;
        }
    }

    void run() throws IOException {
        double end = source.readAll(this::take);
        if (source.promisesLength()
                && end < source.seconds() - Math.min(TOLERANCE_SECONDS, source.seconds() * TOLERANCE))
            throw new Truncated(
                    "the file ends after " + Math.round(end) + " of " + Math.round(source.seconds()) + " s");
        pictures.finish();
        if (sound != null) sound.finish();
        pace.quietFor(Duration.ofSeconds(60 + output.bytes() / BYTES_PER_SECOND));
        output.finish();
    }

    private void take(AVPacket packet) throws IOException {
        int stream = packet.stream_index();
        if (stream != video && stream != audio) return;
        times.settle(packet, source.stream(stream).time_base());
        if (stream == audio) {
            sound.take(packet);
            return;
        }
        pace.at(times.seconds() / Math.max(1e-3, source.seconds()));
        pictures.take(packet);
    }

    /** Pictures of the source that could not be decoded. */
    long lostPictures() {
        return pictures.damaged();
    }

    long writtenPictures() {
        return pictures.written();
    }

    boolean hasSound() {
        return sound != null && sound.isHeard();
    }

    /** Of what was written, in seconds. */
    double end() {
        return Math.max(pictures.end(), hasSound() ? sound.end() : 0);
    }

    PictureShape shape() {
        return pictures.shape();
    }

    @Override
    public void close() {
        pictures.close();
        if (sound != null) sound.close();
        output.close();
    }
}
