package club.courtside.media.relay.rtp;

import club.courtside.media.Packet;
import java.nio.ByteBuffer;
import java.util.List;

/** JPEG (RFC 2435), types 0 and 1 and with restart intervals 64 and 65; quantization tables in band (Q 255). */
record JpegFormat() implements PayloadFormat {

    private static final int TABLES_IN_BAND = 255;
    private static final int HEADER = 8;
    private static final int RESTART_HEADER = 4;
    private static final int TABLE = 64;

    /** @throws NotCarried when pictures like this one cannot be carried */
    JpegFormat(Packet first) throws NotCarried {
        this();
        if (first != null) JpegPicture.parse(first.bytes());
    }

    @Override
    public int payloadType() {
        return 26;
    }

    @Override
    public int clockRate() {
        return 90_000;
    }

    @Override
    public List<String> attributes() {
        return List.of("rtpmap:26 JPEG/90000");
    }

    @Override
    public void cut(Packet packet, Payloads to) throws NotCarried {
        JpegPicture picture = JpegPicture.parse(packet.bytes());
        boolean restarts = picture.restartInterval() > 0;
        int begin = picture.scan().position();
        int end = picture.scan().limit();
        for (int at = begin; at < end; ) {
            int head = HEADER + (restarts ? RESTART_HEADER : 0) + (at == begin ? 4 + 2 * TABLE : 0);
            int length = Math.min(MOST - head, end - at);
            to.add(header(picture, head, at - begin), picture.scan().slice(at, length), at + length == end, 0);
            at += length;
        }
    }

    private static byte[] header(JpegPicture picture, int length, int offset) {
        ByteBuffer header = ByteBuffer.allocate(length);
        boolean restarts = picture.restartInterval() > 0;
        header.putInt(offset); // the type-specific byte before it is 0: progressively scanned
        header.put((byte) (picture.type() | (restarts ? 64 : 0))).put((byte) TABLES_IN_BAND);
        header.put((byte) picture.widthInBlocks()).put((byte) picture.heightInBlocks());
        // F and L set and a count of all ones: the receiver waits for the whole picture.
        if (restarts) header.putShort((short) picture.restartInterval()).putShort((short) 0xFFFF);
        if (offset == 0)
            header.put((byte) 0)
                    .put((byte) 0)
                    .putShort((short) (2 * TABLE))
                    .put(picture.luminance())
                    .put(picture.chrominance());
        return header.array();
    }
}
