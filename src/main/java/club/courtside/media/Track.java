package club.courtside.media;

/**
 * One elementary stream of a camera: what a decoder or a file's header has to know before the first packet.
 *
 * @param index position among the source's tracks, from 0
 * @param kind video or audio
 * @param codec the compression
 * @param width picture width in pixels, 0 for audio or while unknown
 * @param height picture height in pixels, 0 for audio or while unknown
 * @param sampleRate audio samples per second, 0 for video
 * @param channels audio channels, 0 for video
 * @param configuration codec parameters out of band, as FFmpeg's {@code extradata}: Annex B parameter sets or an
 *     {@code avcC}/{@code hvcC} record for H.264/H.265 (ISO/IEC 14496-15), AudioSpecificConfig for AAC (ISO/IEC
 *     14496-3); empty when there are none
 */
public record Track(
        int index, Kind kind, Codec codec, int width, int height, int sampleRate, int channels, byte[] configuration) {

    public enum Kind {
        VIDEO,
        AUDIO
    }

    /** What Courtside tells apart. {@code OTHER} audio is decoded and encoded again; {@code OTHER} video is refused. */
    public enum Codec {
        H264,
        H265,
        MJPEG,
        AAC,
        PCMA,
        PCMU,
        OTHER
    }

    public boolean isVideo() {
        return kind == Kind.VIDEO;
    }

    /** The same track with other parameters out of band. */
    public Track with(byte[] other) {
        return new Track(index, kind, codec, width, height, sampleRate, channels, other);
    }
}
