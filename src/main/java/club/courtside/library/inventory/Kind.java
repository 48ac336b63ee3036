package club.courtside.library.inventory;

/** How catalogue and shelf can disagree, and what is to be done about it. */
public enum Kind {
    /** A video that should be playable has no file. */
    MISSING("the file is missing", "Put it back from a backup, or delete the video in the library."),
    /** A file is there again, or another one, for a video that was known to be missing or damaged. */
    BACK("the file is there again", Repair.BY_ITSELF),
    /** Its writer was killed; playable, but not an ordinary MP4. */
    UNFINISHED("the file was left unfinished", "It is put in order by itself while Courtside runs."),
    /** Nobody has looked yet whether it is still a video. */
    SIZE("the size on disk is not the one in the catalogue", Repair.BY_ITSELF),
    /** Looked at: it is a video, but no longer the one that was recorded. */
    CHANGED(
            "the file was changed after it was recorded, so its certificate no longer holds",
            "Put the recorded file back from a backup, or delete the video in the library."),
    /** Looked at: nothing in it can be played. */
    UNREADABLE(
            "the file cannot be read as a video",
            "Put it back from a backup, try to repair it, or delete the video in the library."),
    /** A recording's file without a video in the library. */
    NOT_IN_LIBRARY("the file of a recording is not in the library", Repair.BY_ITSELF),
    /** A video file in a club's folder that nobody knows. */
    UNKNOWN(
            "a video file that the library does not know",
            "It is taken into its club's library by itself as an import."),
    /** Anything else; never touched. */
    STRAY("Courtside knows nothing of this file", "It is left alone; move it elsewhere if it is not needed."),
    /** What was left when a damaged file could not be read. */
    REMAINS(
            "unreadable remains of a recording",
            "Try to repair them with a tool of your choice, or delete the file; retention removes it in time."),
    /** Its recording is not over, but nobody records it. */
    UNENDED("the recording is not finished", "Courtside finishes it by itself as soon as it runs."),
    /** Somebody deleted it, and we were killed meanwhile. */
    HALF_DELETED("the video was deleted, but not completely", "The rest goes by itself while Courtside runs."),
    /** The engine was killed before it knew the fingerprint. */
    NO_CHECKSUM("its SHA-256 was never computed", "That is made up for by itself while Courtside runs."),
    NO_THUMBNAIL("its picture is missing", "It is made anew by itself while Courtside runs."),
    NO_STRIP("its strip of small pictures is missing", "It is made anew by itself while Courtside runs."),
    LEFT_THUMBNAIL("a picture of no video", "It is removed by itself while Courtside runs.");

    private final String what;
    private final String next;

    Kind(String what, String next) {
        this.what = what;
        this.next = next;
    }

    String what() {
        return what;
    }

    String next() {
        return next;
    }

    private static final class Repair {
        static final String BY_ITSELF = "It is looked at and taken up by itself while Courtside runs.";
    }
}
