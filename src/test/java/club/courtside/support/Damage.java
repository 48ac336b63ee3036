package club.courtside.support;

import club.courtside.media.Packet;
import club.courtside.media.Track;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** What cables, radio links and firmware do to a camera's bytes; the same for the same seed. */
public final class Damage {

    private final Random random;

    public Damage(long seed) {
        random = new Random(seed);
    }

    public int below(int bound) {
        return random.nextInt(bound);
    }

    public boolean oneIn(int chances) {
        return random.nextInt(chances) == 0;
    }

    /** Flipped, overwritten, cut, doubled, or filled with what looks like a beginning. */
    public byte[] bytes(byte[] whole) {
        if (whole.length < 2) return whole;
        byte[] damaged = whole.clone();
        switch (below(6)) {
            case 0 -> flip(damaged, 1 + below(8));
            case 1 -> flip(damaged, 1 + damaged.length / 20);
            case 2 -> damaged = Arrays.copyOf(damaged, 1 + below(damaged.length));
            case 3 -> damaged = joined(damaged, Arrays.copyOf(whole, below(whole.length)));
            case 4 -> random(damaged, below(damaged.length), 1 + below(64));
            default -> put(damaged, below(damaged.length), 0, 0, 1, below(256), below(256));
        }
        return damaged;
    }

    public byte[] garbage(int length) {
        byte[] garbage = new byte[length];
        random.nextBytes(garbage);
        return garbage;
    }

    private void flip(byte[] bytes, int count) {
        for (int i = 0; i < count; i++) bytes[below(bytes.length)] ^= (byte) (1 << below(8));
    }

    private void random(byte[] bytes, int from, int count) {
        for (int i = from; i < Math.min(bytes.length, from + count); i++) bytes[i] = (byte) below(256);
    }

    private static void put(byte[] bytes, int from, int... values) {
        for (int i = 0; i < values.length && from + i < bytes.length; i++) bytes[from + i] = (byte) values[i];
    }

    private static byte[] joined(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    /** Damaged parameters may claim any size. */
    public Track track(Track whole) {
        return new Track(
                whole.index(),
                whole.kind(),
                whole.codec(),
                whole.codecName(),
                oneIn(4) ? below(70_000) : whole.width(),
                oneIn(4) ? below(70_000) : whole.height(),
                whole.sampleRate(),
                whole.channels(),
                oneIn(2) ? bytes(whole.configuration()) : whole.configuration());
    }

    /** Some packets are damaged, lost, doubled or out of order, with times that nobody can rely on. */
    public List<Packet> packets(List<Packet> whole, Track track) {
        List<Packet> damaged = new ArrayList<>();
        for (Packet packet : whole) {
            if (oneIn(30)) continue;
            Packet sent = packet(packet, track);
            damaged.add(sent);
            if (oneIn(30)) damaged.add(sent);
        }
        for (int i = 0; i < 3; i++) Collections.swap(damaged, below(damaged.size()), below(damaged.size()));
        return damaged;
    }

    private Packet packet(Packet packet, Track track) {
        byte[] bytes = new byte[packet.size()];
        packet.bytes().get(bytes);
        byte[] sent = oneIn(3) ? bytes(bytes) : bytes;
        boolean key = oneIn(20) != packet.key();
        return new Packet(track, time(packet.ptsMicros()), time(packet.dtsMicros()), key, 0, ByteBuffer.wrap(sent));
    }

    private long time(long micros) {
        return switch (below(40)) {
            case 0 -> Packet.NO_TIME;
            case 1 -> Long.MAX_VALUE - below(1000);
            case 2 -> Long.MIN_VALUE + 1 + below(1000);
            case 3 -> -micros;
            case 4 -> micros + (long) below(1 << 30) * 1000;
            default -> micros;
        };
    }
}
