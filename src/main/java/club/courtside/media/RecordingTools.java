package club.courtside.media;

/**
 * What a recording needs from a media library.
 *
 * @param reader for the file that a killed engine left behind
 * @param toH264 any video to H.264, or to H.265 when the file that it continues has begun so
 * @param toAac any audio to AAC
 */
public record RecordingTools(
        Mp4Writer.Factory writer, Mp4Reader.Opener reader, Conversion.Opener toH264, Conversion.Opener toAac) {}
