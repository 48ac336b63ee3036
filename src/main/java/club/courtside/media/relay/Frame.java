package club.courtside.media.relay;

import io.netty.buffer.ByteBuf;

/**
 * What belongs together on the wire, a picture, some sound or a report: packets, each behind {@code $}, channel and length
 * (RFC 2326, 10.12), with the channels that most readers choose. Shared by all readers.
 *
 * @param track position among the feed's tracks
 * @param media whether it is RTP, else RTCP
 * @param begins whether decoding can begin here
 * @param sequence of its first packet
 * @param time of its first packet
 */
record Frame(int track, boolean media, boolean begins, int sequence, int time, ByteBuf wire) {

    static final int PREFIX = 4;

    /** The usual channels: 0 and 1 for the first track, 2 and 3 for the second. */
    static int channel(int track, boolean media) {
        return 2 * track + (media ? 0 : 1);
    }

    int bytes() {
        return wire.readableBytes();
    }

    /** What goes to a reader that has chosen these channels; the caller owns it. */
    ByteBuf on(int mediaChannel, int controlChannel) {
        int wanted = media ? mediaChannel : controlChannel;
        if (wanted == channel(track, media)) return wire.retainedDuplicate();
        ByteBuf copy = wire.copy();
        for (int at = copy.readerIndex(); at < copy.writerIndex(); at += PREFIX + copy.getUnsignedShort(at + 2))
            copy.setByte(at + 1, wanted);
        return copy;
    }

    void retain() {
        wire.retain();
    }

    void release() {
        wire.release();
    }
}
