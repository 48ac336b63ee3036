package club.courtside.obs.websocket;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What might listen where OBS Studio should: a WebSocket server that says what a test tells it to. */
public final class FakeObs implements AutoCloseable {

    public static final String HELLO = "{\"op\":0,\"d\":{\"obsWebSocketVersion\":\"5.1.0\",\"rpcVersion\":1}}";
    static final String IDENTIFIED = "{\"op\":2,\"d\":{\"negotiatedRpcVersion\":1}}";

    private static final long JOIN_MILLIS = 5000;
    private static final Pattern KEY = Pattern.compile("(?i)sec-websocket-key: *(\\S+)");
    private static final String MAGIC = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";

    /** One conversation. */
    public interface Conversation {
        void with(Visitor visitor) throws Exception;
    }

    private final ServerSocket server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final boolean handshakes;
    private final Conversation conversation;
    private final Thread thread;

    /** Speaks WebSocket. */
    static FakeObs saying(Conversation conversation) throws IOException {
        return new FakeObs(true, conversation);
    }

    /** Says hello, identifies whoever comes, then has this conversation. */
    public static FakeObs friendly(Conversation afterwards) throws IOException {
        return saying(visitor -> {
            visitor.says(HELLO);
            visitor.hears();
            visitor.says(IDENTIFIED);
            afterwards.with(visitor);
        });
    }

    /** Speaks something else. */
    static FakeObs bare(Conversation conversation) throws IOException {
        return new FakeObs(false, conversation);
    }

    private FakeObs(boolean handshakes, Conversation conversation) throws IOException {
        this.handshakes = handshakes;
        this.conversation = conversation;
        thread = new Thread(this::accept, "fake OBS");
        thread.setDaemon(true);
        thread.start();
    }

    public URI address() {
        return URI.create("ws://127.0.0.1:" + server.getLocalPort());
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                open.add(socket);
                if (server.isClosed()) socket.close();
                Visitor visitor = new Visitor(socket);
                if (handshakes) visitor.shakeHands();
                conversation.with(visitor);
            } catch (Exception gone) {
                // The visitor has left in the middle, or the test has ended.
            }
        }
    }

    /** Until its thread has left it, the port still takes visitors. */
    @Override
    public void close() throws IOException {
        server.close();
        for (Socket socket : open) socket.close();
        try {
            thread.join(JOIN_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whoever has come, seen from the server. */
    public static final class Visitor {

        private final Socket socket;
        private final DataInputStream in;
        private final OutputStream out;
        final BlockingQueue<Integer> closeCodes = new LinkedBlockingQueue<>();

        private Visitor(Socket socket) throws IOException {
            this.socket = socket;
            this.in = new DataInputStream(socket.getInputStream());
            this.out = socket.getOutputStream();
        }

        private void shakeHands() throws IOException, GeneralSecurityException {
            StringBuilder request = new StringBuilder();
            while (request.indexOf("\r\n\r\n") < 0) request.append((char) in.readUnsignedByte());
            Matcher key = KEY.matcher(request);
            if (!key.find()) throw new IOException("no key");
            byte[] digest = MessageDigest.getInstance("SHA-1")
                    .digest((key.group(1) + MAGIC).getBytes(StandardCharsets.US_ASCII));
            raw("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                    + "Sec-WebSocket-Protocol: obswebsocket.json\r\nSec-WebSocket-Accept: "
                    + Base64.getEncoder().encodeToString(digest) + "\r\n\r\n");
        }

        void raw(String bytes) throws IOException {
            out.write(bytes.getBytes(StandardCharsets.ISO_8859_1));
            out.flush();
        }

        public void says(String message) throws IOException {
            frame(0x81, message.getBytes(StandardCharsets.UTF_8));
        }

        void saysAll(String messages, int times) throws IOException {
            for (int i = 0; i < times; i++) frame(i == 0 ? 0x01 : 0x00, messages.getBytes(StandardCharsets.UTF_8));
        }

        void closes(int code) throws IOException {
            frame(0x88, ByteBuffer.allocate(2).putShort((short) code).array());
        }

        void vanishes() throws IOException {
            socket.close();
        }

        private void frame(int head, byte[] content) throws IOException {
            ByteArrayOutputStream frame = new ByteArrayOutputStream();
            frame.write(head);
            if (content.length < 126) frame.write(content.length);
            else if (content.length < 65536) {
                frame.write(126);
                frame.writeBytes(
                        ByteBuffer.allocate(2).putShort((short) content.length).array());
            } else {
                frame.write(127);
                frame.writeBytes(ByteBuffer.allocate(8).putLong(content.length).array());
            }
            frame.writeBytes(content);
            out.write(frame.toByteArray());
            out.flush();
        }

        /** The next message; waits for it. */
        public String hears() throws IOException {
            while (true) {
                int head = in.readUnsignedByte();
                int length = in.readUnsignedByte() & 0x7f;
                if (length == 126) length = in.readUnsignedShort();
                else if (length == 127) length = (int) in.readLong();
                byte[] mask = in.readNBytes(4);
                byte[] content = in.readNBytes(length);
                for (int i = 0; i < content.length; i++) content[i] ^= mask[i % 4];
                if ((head & 0x0f) == 0x8) throw new IOException("it has closed");
                if ((head & 0x0f) == 0x1) return new String(content, StandardCharsets.UTF_8);
            }
        }

        /** Listens until the other side goes. */
        void listensForEver() throws IOException {
            while (true) hears();
        }
    }

    /** The id of a request that was heard. */
    public static String id(String request) {
        Matcher id = Pattern.compile("\"requestId\":\"([^\"]+)\"").matcher(request);
        if (!id.find()) throw new AssertionError("no request: " + request);
        return id.group(1);
    }

    static <T> T soon(BlockingQueue<T> queue) throws InterruptedException {
        T next = queue.poll(20, TimeUnit.SECONDS);
        if (next == null) throw new AssertionError("nothing came");
        return next;
    }
}
