package club.courtside.media.relay;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.WriteBufferWaterMark;
import io.netty.channel.embedded.EmbeddedChannel;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** One reader, on a connection that takes only what the test takes. */
class ReaderTest {

    private static final int SIZE = 64 << 10;

    private final EmbeddedChannel connection = new EmbeddedChannel();
    private final Reader reader = new Reader(connection);
    private int sequence;

    ReaderTest() {
        connection.config().setWriteBufferWaterMark(new WriteBufferWaterMark(1, 2));
        reader.setUp(0, new Reader.Channels(0, 1));
    }

    @Test
    void it_begins_with_a_key_frame() {
        offer(frame(0, false), frame(0, false), frame(0, true), frame(0, false));
        assertThat(taken()).containsExactly(2, 3);
    }

    @Test
    void a_track_that_was_not_chosen_is_left_out() {
        offer(frame(0, true), frame(1, false), frame(0, false));
        assertThat(taken()).containsExactly(0, 2);
    }

    @Test
    void what_does_not_fit_is_left_out_up_to_a_key_frame_and_given_back() {
        block();
        List<Frame> all = new ArrayList<>();
        for (int i = 0; i < 600; i++) all.add(frame(0, i % 50 == 0));
        offer(all.toArray(new Frame[0]));
        assertThat(reader.skipped()).isGreaterThan(500);
        unblock();
        List<Integer> taken = taken();
        assertThat(taken.get(0) % 50).as("a key frame").isZero();
        assertThat(taken).hasSize(600 - taken.get(0));
        assertThat(all).allSatisfy(frame -> assertThat(frame.wire().refCnt()).isZero());
    }

    @Test
    void what_waits_is_given_back_when_it_ends() {
        block();
        Frame waiting = frame(0, true);
        offer(waiting);
        reader.forget();
        assertThat(waiting.wire().refCnt()).isZero();
    }

    private void block() {
        connection.unsafe().outboundBuffer().setUserDefinedWritability(1, false);
    }

    private void unblock() {
        connection.unsafe().outboundBuffer().setUserDefinedWritability(1, true);
        reader.flow();
    }

    private Frame frame(int track, boolean begins) {
        ByteBuf wire = Unpooled.buffer(SIZE).writeZero(SIZE);
        wire.setShort(2, SIZE - 4);
        return new Frame(track, true, begins, sequence++, 0, wire);
    }

    /** As a published feed does: it lets go of its own hold afterwards. */
    private void offer(Frame... frames) {
        for (Frame frame : frames) {
            frame.wire().setInt(4, frame.sequence());
            reader.offer(frame);
            frame.release();
        }
    }

    private List<Integer> taken() {
        List<Integer> numbers = new ArrayList<>();
        for (ByteBuf frame = connection.readOutbound(); frame != null; frame = connection.readOutbound()) {
            numbers.add(frame.getInt(4));
            frame.release();
            reader.flow();
        }
        return numbers;
    }
}
