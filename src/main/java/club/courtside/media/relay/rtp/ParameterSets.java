package club.courtside.media.relay.rtp;

import club.courtside.media.Packet;
import club.courtside.media.Track;
import club.courtside.media.Track.Codec;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What a decoder of H.264 or H.265 has to know before the first picture, by the type of the unit that says it. What a key
 * frame carries is the truth, what the camera announced stands in where it carries none.
 */
record ParameterSets(Map<Integer, List<byte[]>> byType) {

    /** ITU-T H.264, table 7-1: sequence, picture. */
    private static final List<Integer> H264 = List.of(7, 8);
    /** ITU-T H.265, table 7-1: video, sequence, picture. */
    private static final List<Integer> H265 = List.of(32, 33, 34);

    /** @throws NotCarried when neither the camera nor the key frame says them */
    static ParameterSets of(Track track, Packet key) throws NotCarried {
        List<Integer> needed = track.codec() == Codec.H264 ? H264 : H265;
        Map<Integer, List<byte[]>> announced = find(track, announced(track), needed);
        Map<Integer, List<byte[]>> inBand =
                key == null ? Map.of() : find(track, NalUnits.of(track, key.bytes()), needed);
        Map<Integer, List<byte[]>> sets = inBand.keySet().containsAll(needed) ? inBand : announced;
        if (!sets.keySet().containsAll(needed))
            throw new NotCarried("the camera does not say its parameter sets of " + track.codecName());
        return new ParameterSets(sets);
    }

    private static Map<Integer, List<byte[]>> find(Track track, List<ByteBuffer> units, List<Integer> needed) {
        Map<Integer, List<byte[]>> found = new TreeMap<>();
        for (ByteBuffer unit : units) {
            int first = unit.get(unit.position());
            int type = track.codec() == Codec.H264 ? first & 31 : first >> 1 & 63;
            if (!needed.contains(type)) continue;
            byte[] set = new byte[unit.remaining()];
            unit.duplicate().get(set);
            found.computeIfAbsent(type, any -> new ArrayList<>()).add(set);
        }
        return found;
    }

    private static List<ByteBuffer> announced(Track track) {
        byte[] configuration = track.configuration();
        if (configuration.length < 7 || configuration[0] != 1) return NalUnits.annexB(ByteBuffer.wrap(configuration));
        return track.codec() == Codec.H264 ? ofAvcC(configuration) : ofHvcC(configuration);
    }

    private static List<ByteBuffer> ofAvcC(byte[] record) {
        List<ByteBuffer> units = new ArrayList<>();
        ByteBuffer rest = ByteBuffer.wrap(record).position(5);
        copy(rest, rest.get() & 31, units);
        if (rest.hasRemaining()) copy(rest, rest.get() & 255, units);
        return units;
    }

    private static List<ByteBuffer> ofHvcC(byte[] record) {
        List<ByteBuffer> units = new ArrayList<>();
        if (record.length < 23) return units;
        ByteBuffer rest = ByteBuffer.wrap(record).position(22);
        for (int arrays = rest.get() & 255; arrays > 0 && rest.remaining() >= 3; arrays--) {
            rest.get();
            copy(rest, rest.getShort() & 0xFFFF, units);
        }
        return units;
    }

    private static void copy(ByteBuffer rest, int count, List<ByteBuffer> units) {
        for (int i = 0; i < count && rest.remaining() >= 2; i++) {
            int length = Math.min(rest.getShort() & 0xFFFF, rest.remaining());
            if (length > 0) units.add(rest.slice(rest.position(), length));
            rest.position(rest.position() + length);
        }
    }

    byte[] first(int type) {
        return byType.get(type).get(0);
    }

    /** All of these types in Base64, separated by commas. */
    String base64(int... types) {
        List<byte[]> all = new ArrayList<>();
        for (int type : types) all.addAll(byType.get(type));
        return all.stream().map(Base64.getEncoder()::encodeToString).collect(Collectors.joining(","));
    }
}
