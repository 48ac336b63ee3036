package club.courtside.media;

/**
 * What a recording needs from a media library.
 *
 * @param reader for the file that a killed engine left behind
 * @param toH264 any video to H.264, or to H.265 when the file that it continues has begun so
 * @param toAac any audio to AAC
 * @param room what running recordings need on their disks
 */
public record RecordingTools(
        Mp4Writer.Factory writer,
        Mp4Reader.Opener reader,
        Conversion.Opener toH264,
        Conversion.Opener toAac,
        Room room) {

    public RecordingTools(
            Mp4Writer.Factory writer, Mp4Reader.Opener reader, Conversion.Opener toH264, Conversion.Opener toAac) {
        this(writer, reader, toH264, toAac, new Room());
    }
}
