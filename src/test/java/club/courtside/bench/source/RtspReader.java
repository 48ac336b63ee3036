package club.courtside.bench.source;

import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One RTSP connection (RFC 2326), interleaved TCP only. */
final class RtspReader {

    /** Four seconds of film. */
    private static final int MOST_WAITING = 2 << 20;

    private static final Pattern CSEQ = Pattern.compile("(?im)^CSeq: *(\\d+)");

    private final CameraBank bank;
    private final SocketChannel channel;
    private final ByteBuffer input = ByteBuffer.allocate(16_384);
    private final Deque<ByteBuffer> waiting = new ArrayDeque<>();
    private final int firstTime = ThreadLocalRandom.current().nextInt();
    private long waitingBytes;
    private Camera camera;
    private SelectionKey key;
    private int sequence = ThreadLocalRandom.current().nextInt(0x10000);
    private long frame;
    private long begin;
    private boolean closed;

    RtspReader(CameraBank bank, SocketChannel channel) {
        this.bank = bank;
        this.channel = channel;
    }

    long dueNanos() {
        return begin + frame * 1_000_000_000L / bank.film().framesPerSecond();
    }

    void serve(SelectionKey ready) {
        key = ready;
        try {
            if (ready.isWritable()) writeWaiting();
            if (ready.isReadable()) read();
        } catch (IOException e) {
            close();
        }
    }

    private void read() throws IOException {
        if (channel.read(input) < 0) {
            close();
            return;
        }
        input.flip();
        while (input.hasRemaining() && !closed) {
            int length = input.get(input.position()) == '$' ? interleavedLength() : requestLength();
            if (length < 0 || length > input.remaining()) break;
            byte[] message = new byte[length];
            input.get(message);
            if (message[0] != '$') answer(new String(message, StandardCharsets.US_ASCII));
        }
        input.compact();
    }

    private int interleavedLength() {
        return input.remaining() < 4 ? -1 : 4 + Short.toUnsignedInt(input.getShort(input.position() + 2));
    }

    private int requestLength() {
        for (int i = input.position(); i + 3 < input.limit(); i++)
            if (input.getInt(i) == 0x0d0a0d0a) return i + 4 - input.position();
        return -1;
    }

    private void answer(String request) throws IOException {
        String[] line = request.split("[ \r\n]+", 3);
        Matcher cseq = CSEQ.matcher(request);
        String number = cseq.find() ? cseq.group(1) : "0";
        if (camera == null) camera = bank.camera(name(line[1]));
        if (camera.isRefused()) {
            close();
            return;
        }
        switch (line[0]) {
            case "OPTIONS" -> reply(number, "Public: OPTIONS, DESCRIBE, SETUP, PLAY, GET_PARAMETER, TEARDOWN\r\n", "");
            case "DESCRIBE" ->
                reply(
                        number,
                        "Content-Base: " + line[1] + "/\r\nContent-Type: application/sdp\r\n",
                        bank.film().description());
            case "SETUP" ->
                reply(
                        number,
                        "Transport: RTP/AVP/TCP;unicast;interleaved=0-1;ssrc=%08X\r\n".formatted(RtpFilm.SSRC)
                                + "Session: 1;timeout=60\r\n",
                        "");
            case "PLAY" -> {
                String info = "RTP-Info: url=" + line[1] + "video;seq=" + sequence + ";rtptime="
                        + Integer.toUnsignedString(firstTime);
                reply(number, "Session: 1\r\nRange: npt=now-\r\n" + info + "\r\n", "");
                play();
            }
            case "TEARDOWN" -> {
                reply(number, "Session: 1\r\n", "");
                close();
            }
            default -> reply(number, "Session: 1\r\n", "");
        }
    }

    private static String name(String url) {
        return URI.create(url).getPath().split("/")[1];
    }

    private void reply(String cseq, String headers, String body) throws IOException {
        String length = body.isEmpty() ? "" : "Content-Length: " + body.length() + "\r\n";
        write(ByteBuffer.wrap(
                RtpFilm.ascii("RTSP/1.0 200 OK\r\nCSeq: " + cseq + "\r\n" + headers + length + "\r\n" + body)));
    }

    private void play() {
        begin = System.nanoTime();
        camera.playedBy(this);
        bank.play(this);
    }

    /** @return whether another one is due later */
    boolean sendPicture() {
        if (closed) return false;
        if (camera.isSilent()) {
            frame++;
            return true;
        }
        boolean taken = waitingBytes < MOST_WAITING;
        Instant now = Instant.now();
        camera.sent(frame, ChronoUnit.MICROS.between(Instant.EPOCH, now), taken);
        try {
            if (taken) write(bank.film().stamped(frame, sequence, firstTime));
            sequence += bank.film().packets(frame);
            frame++;
            return true;
        } catch (IOException e) {
            close();
            return false;
        }
    }

    private void write(ByteBuffer bytes) throws IOException {
        if (waiting.isEmpty()) channel.write(bytes);
        if (!bytes.hasRemaining()) return;
        // The film's buffer is stamped anew for the next reader.
        ByteBuffer rest = ByteBuffer.allocate(bytes.remaining()).put(bytes).flip();
        waiting.add(rest);
        waitingBytes += rest.remaining();
        if (key != null) key.interestOps(SelectionKey.OP_READ | SelectionKey.OP_WRITE);
    }

    private void writeWaiting() throws IOException {
        for (ByteBuffer next = waiting.peek(); next != null; next = waiting.peek()) {
            waitingBytes -= channel.write(next);
            if (next.hasRemaining()) return;
            waiting.remove();
        }
        key.interestOps(SelectionKey.OP_READ);
    }

    /** Ends the stream; the connection is the reader's to close. */
    void sayGoodbye() {
        bank.left(this);
        try {
            int time = (int) (firstTime + frame * (RtpFilm.CLOCK / bank.film().framesPerSecond()));
            if (camera != null) write(ByteBuffer.wrap(RtpFilm.goodbye(frame, time)));
        } catch (IOException e) {
            close();
        }
    }

    void close() {
        if (closed) return;
        closed = true;
        bank.left(this);
        try {
            channel.close();
        } catch (IOException e) {
            // It is gone, which was wanted.
        }
    }
}
