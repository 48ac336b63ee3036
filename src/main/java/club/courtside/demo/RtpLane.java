package club.courtside.demo;

import java.io.IOException;
import java.io.OutputStream;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;

/** How the packets of a track travel: between the answers on the RTSP connection, or as datagrams. */
interface RtpLane extends AutoCloseable {

    void media(byte[] packet) throws IOException;

    void control(byte[] packet) throws IOException;

    /** The answer's {@code Transport} header. */
    String transport();

    @Override
    void close();

    /** RFC 2326, 10.12. Writes are not flushed here: a whole picture goes out at once. */
    record Interleaved(OutputStream out, int channel) implements RtpLane {

        @Override
        public void media(byte[] packet) throws IOException {
            write(channel, packet);
        }

        @Override
        public void control(byte[] packet) throws IOException {
            write(channel + 1, packet);
        }

        private void write(int to, byte[] packet) throws IOException {
            out.write(new byte[] {'$', (byte) to, (byte) (packet.length >> 8), (byte) packet.length});
            out.write(packet);
        }

        /** The connection belongs to the conversation. */
        @Override
        public void close() {}

        @Override
        public String transport() {
            return "RTP/AVP/TCP;unicast;interleaved=" + channel + "-" + (channel + 1);
        }
    }

    /** UDP unicast to the client's two ports. */
    record Datagrams(DatagramSocket media, DatagramSocket control, InetAddress to, int port) implements RtpLane {

        static Datagrams open(InetAddress from, InetAddress to, int port) throws IOException {
            DatagramSocket media = new DatagramSocket(0, from);
            try {
                return new Datagrams(media, new DatagramSocket(0, from), to, port);
            } catch (IOException e) {
                media.close();
                throw e;
            }
        }

        @Override
        public void media(byte[] packet) throws IOException {
            media.send(new DatagramPacket(packet, packet.length, to, port));
        }

        @Override
        public void control(byte[] packet) throws IOException {
            control.send(new DatagramPacket(packet, packet.length, to, port + 1));
        }

        @Override
        public String transport() {
            return "RTP/AVP;unicast;client_port=" + port + "-" + (port + 1) + ";server_port=" + media.getLocalPort()
                    + "-" + control.getLocalPort();
        }

        @Override
        public void close() {
            media.close();
            control.close();
        }
    }
}
