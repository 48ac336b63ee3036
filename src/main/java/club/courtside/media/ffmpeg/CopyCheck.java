package club.courtside.media.ffmpeg;

import club.courtside.media.Pace;
import club.courtside.media.Track;
import java.io.IOException;
import java.nio.file.Path;

/** Looks whether a copy is what it should be, and decodes it from its first to its last packet. */
final class CopyCheck {

    private static final double TOLERANCE_SECONDS = 0.5;
    private static final double TOLERANCE = 0.01;

    private final Path file;
    private final Transcoding made;
    private final int threads;

    CopyCheck(Path file, Transcoding made, int threads) {
        this.file = file;
        this.made = made;
        this.threads = threads;
    }

    /** @throws Unfit when it is not */
    void run(Pace pace) throws IOException {
        demand(Mp4Layout.of(file).isForStreaming(), "its tables are not at its beginning");
        try (MediaFile copy = new MediaFile(file)) {
            Track video = copy.video().orElseThrow();
            demand(
                    video.codecName().equals("h264") && copy.fitsBrowsers(),
                    "its pictures are not H.264 as every player knows it");
            demand(
                    video.width() == made.shape().width()
                            && video.height() == made.shape().height(),
                    "its pictures have another size");
            demand(copy.audio().isPresent() == made.hasSound(), "its sound is missing");
            double off = Math.abs(copy.seconds() - made.end());
            demand(
                    off <= Math.max(TOLERANCE_SECONDS, made.end() * TOLERANCE),
                    "it is " + copy.seconds() + " s long instead of " + made.end());
            decode(copy, video.index(), pace);
        }
    }

    /** Without the filter between blocks, which takes a third of the time and finds no fault. */
    private void decode(MediaFile copy, int video, Pace pace) throws IOException {
        int audio = copy.sound();
        try (var pictures = new StreamDecoder(copy.stream(video), threads, "skip_loop_filter", "all");
                var sound = audio < 0 ? null : new StreamDecoder(copy.stream(audio), 1)) {
            var times = new SteadyTimes(copy);
            copy.readAll(packet -> {
                times.settle(packet, copy.stream(packet.stream_index()).time_base());
                pace.at(times.seconds() / Math.max(1e-3, copy.seconds()));
                (packet.stream_index() == video ? pictures : sound).decode(packet, frame -> {});
            });
            pictures.finish(frame -> {});
            demand(pictures.damaged() == 0, "some of its pictures cannot be decoded");
            demand(
                    pictures.decoded() == made.writtenPictures(),
                    "it has " + pictures.decoded() + " of " + made.writtenPictures() + " pictures");
            demand(sound == null || sound.damaged() == 0, "some of its sound cannot be decoded");
        }
    }

    private static void demand(boolean so, String otherwise) throws Unfit {
        if (!so) throw new Unfit("not_verified", "the copy is not in order: " + otherwise);
    }
}
