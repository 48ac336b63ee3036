package club.courtside.media.rtsp;

import club.courtside.media.PictureSize;
import club.courtside.media.Track;
import club.courtside.media.Track.Codec;
import java.io.ByteArrayOutputStream;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

/** How a track that is read here travels; everything else is strange. */
record Carriage(Track track, MediaDescription media, Units units) {

    private static final int VIDEO_RATE = 90_000;
    private static final int FASTEST = 192_000;
    private static final int MOST_CHANNELS = 8;
    /** Fields of a header that are not read here. */
    private static final List<String> UNREAD = List.of(
            "ctsdeltalength",
            "dtsdeltalength",
            "randomaccessindication",
            "streamstateindication",
            "auxiliarydatasizelength");

    static Carriage ofVideo(MediaDescription media) throws Strange {
        if (!media.isPlain() || !media.encoding().equals("H264") || media.clockRate() != VIDEO_RATE)
            throw new Strange("its video is " + media.encoding());
        if (media.parameter("packetization-mode").equals("2")) throw new Strange("its packets are interleaved");
        byte[] sets = parameterSets(media.parameter("sprop-parameter-sets"));
        PictureSize size = PictureSize.in(Codec.H264, sets).orElse(new PictureSize(0, 0, 0));
        Track track = new Track(0, Track.Kind.VIDEO, Codec.H264, size.width(), size.height(), 0, 0, sets);
        return new Carriage(track, media, new H264Units());
    }

    private static byte[] parameterSets(String announced) {
        ByteArrayOutputStream sets = new ByteArrayOutputStream();
        for (String set : announced.split(",")) {
            byte[] unit = decoded(set.strip());
            if (unit.length < 2) continue;
            sets.writeBytes(new byte[] {0, 0, 0, 1});
            sets.writeBytes(unit);
        }
        return sets.toByteArray();
    }

    private static byte[] decoded(String set) {
        try {
            return Base64.getDecoder().decode(set);
        } catch (IllegalArgumentException damaged) {
            return new byte[0];
        }
    }

    static Carriage ofAudio(MediaDescription media) throws Strange {
        boolean readable = media.isPlain()
                && media.clockRate() > 0
                && media.clockRate() <= FASTEST
                && media.channels() > 0
                && media.channels() <= MOST_CHANNELS;
        if (!readable) throw new Strange("its sound is " + media.encoding());
        return switch (media.encoding()) {
            case "PCMA" -> ofG711(media, Codec.PCMA);
            case "PCMU" -> ofG711(media, Codec.PCMU);
            case "MPEG4-GENERIC" -> ofAac(media);
            default -> throw new Strange("its sound is " + media.encoding());
        };
    }

    private static Carriage ofG711(MediaDescription media, Codec codec) {
        Track track = new Track(
                1,
                Track.Kind.AUDIO,
                codec,
                codec == Codec.PCMA ? "pcm_alaw" : "pcm_mulaw",
                0,
                0,
                media.clockRate(),
                media.channels(),
                8,
                null);
        return new Carriage(track, media, new G711Units());
    }

    private static Carriage ofAac(MediaDescription media) throws Strange {
        AacConfiguration configuration = AacConfiguration.parse(configuration(media.parameter("config")));
        int size = length(media, "sizelength");
        boolean usual = media.parameter("mode").equalsIgnoreCase("AAC-hbr")
                && size > 0
                && UNREAD.stream().allMatch(field -> RtspMessage.number(media.parameter(field), 0) == 0)
                && configuration.isUsual()
                && configuration.sampleRate() == media.clockRate();
        if (!usual) throw new Strange("its AAC is unusual");
        Track track = new Track(
                1,
                Track.Kind.AUDIO,
                Codec.AAC,
                0,
                0,
                media.clockRate(),
                configuration.channels(),
                configuration.bytes());
        return new Carriage(
                track, media, new AacUnits(size, length(media, "indexlength"), length(media, "indexdeltalength")));
    }

    private static byte[] configuration(String hex) throws Strange {
        try {
            return HexFormat.of().parseHex(hex);
        } catch (IllegalArgumentException damaged) {
            throw new Strange("its AAC says no configuration");
        }
    }

    /** Bits of a field in the header of a frame, at most 16. */
    private static int length(MediaDescription media, String field) throws Strange {
        String text = media.parameter(field);
        int bits = text.isEmpty() ? 0 : RtspMessage.number(text, -1);
        if (bits < 0 || bits > 16) throw new Strange("its AAC has headers without sense");
        return bits;
    }

    /** Whether it is to be listened to until the first key frame has told. */
    boolean lacksParameters() {
        return track.width() == 0 || track.configuration().length == 0;
    }
}
