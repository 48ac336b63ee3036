package club.courtside.media;

import club.courtside.media.Track.Codec;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * What a decoder has to know before the first picture of an H.264 or H.265 byte stream (ITU-T H.264 and H.265, 7.3.2 and
 * annex B): sequence and picture parameters, in H.265 also those of the video. Cameras announce them, and repeat them with
 * their key frames.
 */
public final class ParameterSets {

    /** Types of NAL units. */
    private static final List<Integer> OF_H264 = List.of(7, 8);

    private static final List<Integer> OF_H265 = List.of(32, 33, 34);

    private final Codec codec;
    private final List<byte[]> units;

    private ParameterSets(Codec codec, List<byte[]> units) {
        this.codec = codec;
        this.units = units;
    }

    /** Those before the first slice. */
    public static ParameterSets in(Codec codec, ByteBuffer stream) {
        List<byte[]> found = new ArrayList<>();
        List<Integer> types = types(codec);
        if (types.isEmpty()) return new ParameterSets(codec, found);
        for (int at = nextStart(stream, 0); at >= 0; ) {
            int type = type(codec, stream.get(stream.position() + at));
            if (isSlice(codec, type)) break;
            int next = nextStart(stream, at);
            if (types.contains(type)) found.add(unit(stream, at, next < 0 ? stream.remaining() : next - 3));
            at = next;
        }
        return new ParameterSets(codec, found);
    }

    /** Those that a track announces. */
    public static ParameterSets of(Track track) {
        return in(track.codec(), ByteBuffer.wrap(track.configuration()));
    }

    /** Whether a track's packets are a byte stream; else they are length-prefixed as in MP4. */
    static boolean isStreamOf(Track track) {
        return !types(track.codec()).isEmpty() && (track.configuration().length == 0 || track.configuration()[0] != 1);
    }

    public boolean isEmpty() {
        return units.isEmpty();
    }

    boolean containsAllOf(ParameterSets others) {
        return others.units.stream().allMatch(other -> units.stream().anyMatch(unit -> Arrays.equals(unit, other)));
    }

    /** These, completed by the others' kinds that are missing here. */
    ParameterSets completedBy(ParameterSets others) {
        List<byte[]> all = new ArrayList<>();
        for (int type : types(codec)) {
            List<byte[]> own = ofType(type);
            all.addAll(own.isEmpty() ? others.ofType(type) : own);
        }
        return new ParameterSets(codec, all);
    }

    /** The first sequence parameters: what a player cannot see changed; empty when there are none. */
    byte[] sequence() {
        List<byte[]> found = ofType(codec == Codec.H264 ? 7 : 33);
        return found.isEmpty() ? new byte[0] : found.get(0);
    }

    private List<byte[]> ofType(int type) {
        return units.stream().filter(unit -> type(codec, unit[0]) == type).toList();
    }

    /** With start codes. */
    public byte[] bytes() {
        ByteArrayOutputStream stream = new ByteArrayOutputStream();
        for (byte[] unit : units) {
            stream.writeBytes(new byte[] {0, 0, 0, 1});
            stream.writeBytes(unit);
        }
        return stream.toByteArray();
    }

    private static List<Integer> types(Codec codec) {
        return codec == Codec.H264 ? OF_H264 : codec == Codec.H265 ? OF_H265 : List.of();
    }

    private static int type(Codec codec, byte header) {
        return codec == Codec.H264 ? header & 0x1f : header >> 1 & 0x3f;
    }

    private static boolean isSlice(Codec codec, int type) {
        IntPredicate slice = codec == Codec.H264 ? of -> of >= 1 && of <= 5 : of -> of < 32;
        return slice.test(type);
    }

    /** Zero bytes at the end of a NAL unit belong to the next start code. */
    private static byte[] unit(ByteBuffer stream, int begin, int limit) {
        int end = limit;
        while (end > begin + 1 && stream.get(stream.position() + end - 1) == 0) end--;
        byte[] unit = new byte[end - begin];
        stream.duplicate().position(stream.position() + begin).get(unit);
        return unit;
    }

    /** Offset of the byte after the next start code at or after {@code from}, -1 when there is none. */
    private static int nextStart(ByteBuffer buffer, int from) {
        int base = buffer.position();
        for (int i = from; i + 3 < buffer.remaining(); i++)
            if (buffer.get(base + i) == 0 && buffer.get(base + i + 1) == 0 && buffer.get(base + i + 2) == 1)
                return i + 3;
        return -1;
    }
}
