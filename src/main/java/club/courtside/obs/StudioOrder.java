package club.courtside.obs;

import club.courtside.engine.api.Gap;
import club.courtside.session.Recording;
import club.courtside.session.RecordingQuality;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What an OBS Studio shall record.
 *
 * @param name of OBS's file, without extension
 * @param begunAt when its first picture came; null when it has not begun as far as anybody knows
 * @param gaps that are known of it
 * @param quality null as OBS is set
 * @param library where the finished MP4 shall be
 */
record StudioOrder(
        UUID id, String name, Instant endsAt, Instant begunAt, List<Gap> gaps, RecordingQuality quality, Path library) {

    private static final int LONGEST = 60;

    static StudioOrder of(Recording recording, Path dataFolder) {
        return new StudioOrder(
                recording.id(),
                fileName(recording.name(), recording.id()),
                recording.shallEndAt(),
                recording.startedAt(),
                recording.gaps(),
                recording.quality(),
                dataFolder.resolve(recording.file()));
    }

    /** Of the session's name, so that people know the file again; of the id, so that we do. No sign that OBS would read. */
    static String fileName(String name, UUID id) {
        String plain = name.strip().replaceAll("[^\\p{L}\\p{N}.-]+", "_").replaceAll("^[_.]+|[_.]+$", "");
        String shortened = plain.length() > LONGEST ? plain.substring(0, LONGEST) : plain;
        return shortened + "_" + id.toString().substring(0, 8);
    }
}
