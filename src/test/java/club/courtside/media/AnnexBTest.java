package club.courtside.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;

class AnnexBTest {

    private static final byte[] SETS = {0, 0, 0, 1, 0x67, 1, 2, 0, 0, 0, 1, 0x68, 3};

    @Test
    void parameter_sets_are_found_before_the_first_slice() {
        byte[] unit = {
            0, 0, 0, 1, 9, 16, 0, 0, 0, 1, 0x67, 1, 2, 0, 0, 1, 0x68, 3, 0, 0, 0, 1, 0x65, 7, 0, 0, 1, 0x67, 9
        };
        assertThat(AnnexB.parameterSets(ByteBuffer.wrap(unit))).containsExactly(SETS);
    }

    @Test
    void a_frame_without_parameter_sets_has_none() {
        assertThat(AnnexB.parameterSets(ByteBuffer.wrap(new byte[] {0, 0, 0, 1, 0x41, 7, 8})))
                .isEmpty();
        assertThat(AnnexB.parameterSets(ByteBuffer.wrap(new byte[0]))).isEmpty();
    }

    @Test
    void streams_are_told_apart_by_their_sequence_parameters() {
        assertThat(AnnexB.sequenceParameters(SETS)).containsExactly(0x67, 1, 2);
        assertThat(AnnexB.sequenceParameters(new byte[] {1, 2, 3})).isEmpty();
    }
}
