package club.courtside.obs;

import club.courtside.engine.api.Gap;
import club.courtside.engine.api.JoinSpec.Piece;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Where what OBS's files contain belongs in the recording: each pause divides a file, each crash begins another one. */
final class StudioPieces {

    private StudioPieces() {}

    /**
     * @param files in their order
     * @param gaps of the recording, in their order
     */
    static List<Piece> of(List<Path> files, List<Gap> gaps) {
        List<Piece> pieces = new ArrayList<>();
        int file = 0;
        double begins = 0;
        double paused = 0;
        pieces.add(new Piece(files.get(0).toString(), 0, 0));
        for (Gap gap : gaps) {
            double ends = gap.startSeconds() + gap.seconds();
            if (StudioGaps.isBetweenFiles(gap)) {
                if (++file >= files.size()) break;
                begins = ends;
                paused = 0;
            } else {
                paused += gap.seconds();
            }
            pieces.add(new Piece(files.get(file).toString(), ends - begins - paused, ends));
        }
        for (file++; file < files.size(); file++)
            pieces.add(new Piece(files.get(file).toString(), 0, 0));
        return pieces;
    }
}
