package club.courtside.upload.target;

import club.courtside.platform.queue.Priority;
import java.nio.file.Path;
import java.util.UUID;

/**
 * A file that is sent.
 *
 * @param id of the upload
 * @param key stays the same for all attempts to bring the same bytes, so that a target can tell that it has them
 * @param clubId whose it is
 * @param videoId which video it is
 * @param bytes its size
 * @param sha256 of the file, in lower-case hex
 * @param name of the file for people, safe in headers and addresses
 * @param title of the video
 * @param mediaType {@code video/mp4} …
 * @param wish what a target that processes is asked for
 * @param journey what is told of it on its way
 */
public record Parcel(
        UUID id,
        String key,
        UUID clubId,
        UUID videoId,
        Path file,
        long bytes,
        String sha256,
        String name,
        String title,
        String mediaType,
        Wish wish,
        Journey journey) {

    /** @param model of the subtitles: {@code base} … */
    public record Wish(String model, Priority priority, boolean process) {}

    /** The same file, followed by another. */
    Parcel withJourney(Journey other) {
        return new Parcel(id, key, clubId, videoId, file, bytes, sha256, name, title, mediaType, wish, other);
    }

    /** How a parcel is followed by those who sent it. */
    public interface Journey {

        /** What {@link #remember} was told last, also before a crash; null when there was nothing. */
        String memory();

        /** Whatever helps to go on after a crash; at most 2000 characters, null forgets. */
        void remember(String words);

        /**
         * So many bytes of it are there, or on their way there. Called often.
         *
         * @throws InterruptedUpload when it is not to go on
         */
        void reached(long bytes);

        /** Whether it is to go on, as far as that is known without looking it up; asked from any thread. */
        boolean isWanted();
    }
}
