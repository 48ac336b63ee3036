package club.courtside.session.preview;

import java.nio.ByteBuffer;
import java.util.List;

/** How a byte stream of the engine becomes messages of a socket. */
interface Framing {

    /** @return the messages that are complete now, in order; may be none */
    List<ByteBuffer> messages(List<ByteBuffer> arrived);

    /** One message for whatever arrived: for streams whose reader finds the boundaries itself. */
    static List<ByteBuffer> asItCame(List<ByteBuffer> arrived) {
        int size = arrived.stream().mapToInt(ByteBuffer::remaining).sum();
        ByteBuffer all = ByteBuffer.allocate(size);
        arrived.forEach(all::put);
        return size == 0 ? List.of() : List.of(all.flip());
    }
}
