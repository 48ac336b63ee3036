package club.courtside.media.relay;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.ByteToMessageDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Requests out of what a client sends. Bodies are not needed and left out; what a reader reports about its reception
 * (RTCP between requests) comes out as {@link #REPORT}.
 */
final class RtspDecoder extends ByteToMessageDecoder {

    /** A sign of life. */
    static final Object REPORT = new Object();

    private static final int LONGEST_HEAD = 16 * 1024;
    private static final int LONGEST_BODY = 16 * 1024;

    private RtspRequest waiting;
    private int body;
    /** Bytes of an unfinished head that were looked at already. */
    private int seen;

    private boolean lost;

    @Override
    protected void decode(ChannelHandlerContext context, ByteBuf in, List<Object> out) {
        if (lost) {
            in.skipBytes(in.readableBytes());
        } else if (waiting != null) {
            if (in.readableBytes() < body) return;
            in.skipBytes(body);
            out.add(waiting);
            waiting = null;
        } else if (in.getByte(in.readerIndex()) == '$') {
            report(in, out);
        } else {
            request(in, out);
        }
    }

    private static void report(ByteBuf in, List<Object> out) {
        if (in.readableBytes() < 4) return;
        int length = 4 + in.getUnsignedShort(in.readerIndex() + 2);
        if (in.readableBytes() < length) return;
        in.skipBytes(length);
        out.add(REPORT);
    }

    private void request(ByteBuf in, List<Object> out) {
        byte first = in.getByte(in.readerIndex());
        if (first == '\r' || first == '\n') {
            in.skipBytes(1);
            return;
        }
        int end = endOfHead(in);
        int length = (end < 0 ? in.writerIndex() : end) - in.readerIndex();
        if (length > LONGEST_HEAD) {
            in.skipBytes(in.readableBytes());
            give(out, tooLong());
        }
        if (length > LONGEST_HEAD || end < 0) return;
        String head = in.readCharSequence(length, StandardCharsets.UTF_8).toString();
        give(out, RtspRequest.parse(head.strip()));
    }

    private static RtspRequest tooLong() {
        return RtspRequest.broken(RtspStatus.TOO_LARGE, "the request is longer than 16 KiB");
    }

    /** Index after the empty line, -1 when it has not come yet. */
    private int endOfHead(ByteBuf in) {
        int lines = 0;
        for (int i = in.readerIndex() + Math.max(0, seen - 3); i < in.writerIndex(); i++) {
            byte character = in.getByte(i);
            if (character == '\n' && ++lines == 2) {
                seen = 0;
                return i + 1;
            }
            if (character != '\n' && character != '\r') lines = 0;
        }
        seen = in.readableBytes();
        return -1;
    }

    private void give(List<Object> out, RtspRequest request) {
        RtspRequest checked = request.fault() == null ? withBody(request) : request;
        lost = checked.fault() != null;
        if (lost || body == 0) out.add(checked);
        else waiting = checked;
    }

    private RtspRequest withBody(RtspRequest request) {
        String length = request.headers().getOrDefault("content-length", "0");
        if (!length.matches("\\d{1,9}"))
            return RtspRequest.broken(RtspStatus.BAD_REQUEST, "a length that is no number");
        body = Integer.parseInt(length);
        return body <= LONGEST_BODY
                ? request
                : RtspRequest.broken(RtspStatus.TOO_LARGE, "the body is longer than 16 KiB");
    }
}
