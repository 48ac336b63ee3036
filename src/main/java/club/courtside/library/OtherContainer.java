package club.courtside.library;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** What videos come in that browsers do not play. */
enum OtherContainer {
    MATROSKA("a Matroska or WebM file"),
    AVI("an AVI file"),
    TRANSPORT_STREAM("a transport stream");

    private final String what;

    OtherContainer(String what) {
        this.what = what;
    }

    static Optional<OtherContainer> of(Path file) throws IOException {
        byte[] start;
        try (InputStream in = Files.newInputStream(file)) {
            start = in.readNBytes(189);
        }
        String text = new String(start, StandardCharsets.ISO_8859_1);
        if (text.startsWith("\u001A\u0045\u00DF\u00A3")) return Optional.of(MATROSKA);
        if (text.startsWith("RIFF") && text.startsWith("AVI ", 8)) return Optional.of(AVI);
        if (start.length == 189 && start[0] == 0x47 && start[188] == 0x47) return Optional.of(TRANSPORT_STREAM);
        return Optional.empty();
    }

    /** In words, with what helps. */
    String remedy(Path file) {
        String name = file.getFileName().toString();
        return what + "; ffmpeg -i \"" + name + "\" -c copy \"" + name.replaceFirst("\\.[^.]*$", "")
                + ".mp4\" makes one of it";
    }
}
