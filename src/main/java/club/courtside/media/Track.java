package club.courtside.media;

import java.util.Arrays;
import java.util.Locale;

/**
 * One elementary stream of a camera: what a decoder or a file's header has to know before the first packet.
 *
 * @param index position among the source's tracks, from 0
 * @param kind video or audio
 * @param codec the compression
 * @param codecName the compression as FFmpeg calls it, such as {@code h264}, {@code pcm_alaw}, {@code opus}
 * @param width picture width in pixels, 0 for audio or while unknown
 * @param height picture height in pixels, 0 for audio or while unknown
 * @param sampleRate audio samples per second, 0 for video
 * @param channels audio channels, 0 for video
 * @param sampleBits bits of one coded sample where a decoder has to be told (ADPCM), else 0
 * @param configuration codec parameters out of band, as FFmpeg's {@code extradata}: Annex B parameter sets or an
 *     {@code avcC}/{@code hvcC} record for H.264/H.265 (ISO/IEC 14496-15), AudioSpecificConfig for AAC (ISO/IEC
 *     14496-3); empty when there are none
 */
public record Track(
        int index,
        Kind kind,
        Codec codec,
        String codecName,
        int width,
        int height,
        int sampleRate,
        int channels,
        int sampleBits,
        byte[] configuration) {

    public enum Kind {
        VIDEO,
        AUDIO
    }

    /** What Courtside tells apart. {@code OTHER} audio is decoded and encoded again; {@code OTHER} video is refused. */
    public enum Codec {
        H264("h264"),
        H265("hevc"),
        MJPEG("mjpeg"),
        AAC("aac"),
        PCMA("pcm_alaw"),
        PCMU("pcm_mulaw"),
        OTHER("unknown");

        private final String codecName;

        Codec(String codecName) {
            this.codecName = codecName;
        }

        /** @param codecName FFmpeg's name */
        public static Codec named(String codecName) {
            return Arrays.stream(values())
                    .filter(codec -> codec.codecName.equals(codecName.toLowerCase(Locale.ROOT)))
                    .findFirst()
                    .orElse(OTHER);
        }
    }

    public Track {
        if (kind == null || codec == null) throw new IllegalArgumentException("a track has a kind and a codec");
        if (configuration == null) configuration = new byte[0];
    }

    public Track(
            int index,
            Kind kind,
            Codec codec,
            int width,
            int height,
            int sampleRate,
            int channels,
            byte[] configuration) {
        this(index, kind, codec, codec.codecName, width, height, sampleRate, channels, configuration);
    }

    public Track(
            int index,
            Kind kind,
            Codec codec,
            String codecName,
            int width,
            int height,
            int sampleRate,
            int channels,
            byte[] configuration) {
        this(index, kind, codec, codecName, width, height, sampleRate, channels, 0, configuration);
    }

    /** The same track with other parameters. */
    Track with(PictureSize size, byte[] parameters) {
        return new Track(
                index,
                kind,
                codec,
                codecName,
                size.width(),
                size.height(),
                sampleRate,
                channels,
                sampleBits,
                parameters);
    }

    public boolean isVideo() {
        return kind == Kind.VIDEO;
    }

    /** For people: the compression and the size or the sample rate. */
    public String summary() {
        return codecName + (isVideo() ? " " + width + "×" + height : " " + sampleRate + " Hz");
    }

    /** Whether a decoder that was set up for the other can go on with this one. */
    public boolean sameFormat(Track other) {
        return codecName.equals(other.codecName)
                && width == other.width
                && height == other.height
                && sampleRate == other.sampleRate
                && channels == other.channels
                && Arrays.equals(configuration, other.configuration);
    }
}
