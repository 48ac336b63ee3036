package club.courtside.obs;

import club.courtside.engine.api.Gap;
import club.courtside.engine.api.Reason;
import java.util.ArrayList;
import java.util.List;

/**
 * The time of one recording that is in none of OBS's files: while somebody had paused it, and between a crash and the file
 * that goes on. Seconds, from the first picture of the recording. Belongs to the studio's thread.
 */
final class StudioGaps {

    private final List<Gap> closed;
    private double openSince;
    private String openFor;

    StudioGaps(List<Gap> known) {
        closed = new ArrayList<>(known);
    }

    boolean isOpen() {
        return openFor != null;
    }

    void open(double at, Reason why) {
        if (isOpen()) close(at);
        openSince = at;
        openFor = why.code();
    }

    void close(double at) {
        if (isOpen() && at > openSince) closed.add(new Gap(openSince, at - openSince, openFor));
        openFor = null;
    }

    /** It ended meanwhile: then nothing is missing between two pictures. */
    void dropOpen() {
        openFor = null;
    }

    List<Gap> until(double now) {
        List<Gap> all = new ArrayList<>(closed);
        if (isOpen() && now > openSince) all.add(new Gap(openSince, now - openSince, openFor));
        return List.copyOf(all);
    }

    double seconds(double now) {
        return seconds(until(now));
    }

    /** Where in the recording the file begins that OBS writes now. */
    double fileBegins() {
        return closed.stream()
                .filter(StudioGaps::isBetweenFiles)
                .mapToDouble(gap -> gap.startSeconds() + gap.seconds())
                .max()
                .orElse(0);
    }

    /** Where the moment lies that is so far in the file that OBS writes now. */
    double placeOf(double secondsInFile) {
        double begins = fileBegins();
        return begins
                + secondsInFile
                + seconds(closed.stream()
                        .filter(gap -> !isBetweenFiles(gap) && gap.startSeconds() >= begins)
                        .toList());
    }

    /** How many files OBS has written, or tried to. */
    int files() {
        return 1 + (int) closed.stream().filter(StudioGaps::isBetweenFiles).count();
    }

    /** After a pause OBS goes on in the same file. */
    static boolean isBetweenFiles(Gap gap) {
        return !StudioReasons.PAUSED.code().equals(gap.reason());
    }

    private static double seconds(List<Gap> gaps) {
        return gaps.stream().mapToDouble(Gap::seconds).sum();
    }
}
