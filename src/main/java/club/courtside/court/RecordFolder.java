package club.courtside.court;

import club.courtside.platform.ProblemException;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** Where a camera that records itself puts its files, and where this machine finds them. */
@Embeddable
public class RecordFolder {

    private static final int LONGEST = 500;

    @Column(name = "record_folder")
    private String there;

    @Column(name = "mounted_folder")
    private String here;

    protected RecordFolder() {}

    private RecordFolder(String there, String here) {
        this.there = there;
        this.here = here;
    }

    /** The one that the program has chosen itself, on this machine. */
    static RecordFolder own() {
        return new RecordFolder(null, null);
    }

    /** With what somebody wishes otherwise; null leaves what is, empty stands for none. */
    RecordFolder with(String wishedThere, String wishedHere) {
        return new RecordFolder(
                wishedThere == null ? there : checked("record_folder", wishedThere),
                wishedHere == null ? here : checkedPath(wishedHere));
    }

    private static String checked(String field, String folder) {
        if (folder.isBlank()) return null;
        if (folder.length() > LONGEST)
            throw ProblemException.badRequest(field, "the folder is longer than " + LONGEST + " characters");
        if (folder.chars().anyMatch(Character::isISOControl))
            throw ProblemException.badRequest(field, "the folder contains control characters");
        return folder.strip();
    }

    private static String checkedPath(String folder) {
        String path = checked("mounted_folder", folder);
        if (path == null) return null;
        try {
            if (Path.of(path).isAbsolute()) return path;
        } catch (InvalidPathException e) {
            // Said below.
        }
        throw ProblemException.badRequest("mounted_folder", "the folder must be an absolute path of this machine");
    }

    /** As the program's machine calls it; null leaves it where the program puts it. */
    public String there() {
        return there;
    }

    /** As this machine calls the same folder; null when both call it alike. */
    public String here() {
        return here;
    }
}
