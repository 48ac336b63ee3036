package club.courtside.engine.api;

import java.util.List;

/**
 * One film of several pieces, each at its own time; what lies between them is a gap.
 *
 * @param pieces in their order, those of one file one after the other
 * @param to the MP4 to write, absolute path
 */
public record JoinSpec(List<Piece> pieces, String to) {

    /**
     * What a file contains from a moment on, up to its next piece or its end.
     *
     * @param file absolute path; never changed
     * @param fromSeconds from the file's beginning
     * @param atSeconds from the beginning of the whole
     */
    public record Piece(String file, double fromSeconds, double atSeconds) {}
}
