package club.courtside.engine;

import club.courtside.media.Conversion;
import club.courtside.media.FeedClock;
import club.courtside.media.FragmentWriter;
import club.courtside.media.PictureDecoder;
import club.courtside.media.RecordingTools;
import club.courtside.media.Source;

/**
 * The media library behind the engine's seams.
 *
 * @param liveConversion any video to H.264 for those who watch
 * @param version of the library, for status
 */
record MediaParts(
        Source.Opener cameras,
        RecordingTools recordings,
        FragmentWriter.Factory fragments,
        Conversion.Opener liveConversion,
        PictureDecoder.Factory pictures,
        FeedClock clock,
        String version) {}
