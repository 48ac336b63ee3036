package club.courtside.media.ffmpeg;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** In which order an MP4 or QuickTime file keeps its tables and its pictures (ISO/IEC 14496-12). */
final class Mp4Layout {

    private static final int MOST_BOXES = 50;

    private final List<String> boxes = new ArrayList<>();
    private String brand = "";

    private Mp4Layout() {}

    static Mp4Layout of(Path path) throws IOException {
        Mp4Layout layout = new Mp4Layout();
        try (FileChannel file = FileChannel.open(path)) {
            long at = 0;
            while (at + 8 <= file.size() && layout.boxes.size() < MOST_BOXES) {
                Box box = Box.in(file, at).orElse(null);
                if (box == null) {
                    layout.boxes.add(name(file, at + 4));
                    break;
                }
                if (at == 0 && box.is("ftyp")) layout.brand = name(file, 8);
                layout.boxes.add(box.type());
                at = box.end();
            }
        }
        return layout;
    }

    private static String name(FileChannel file, long at) throws IOException {
        return new String(Box.bytes(file, at, 4).array(), StandardCharsets.ISO_8859_1);
    }

    /** Whether it begins like one. */
    boolean isMp4() {
        return !boxes.isEmpty() && boxes.get(0).equals("ftyp");
    }

    boolean isQuickTime() {
        return brand.equals("qt  ") || !isMp4();
    }

    /** Without it nobody can read the rest; writers that put it at the end have it only then. */
    boolean hasTable() {
        return boxes.contains("moov");
    }

    /** Whether a player finds what it needs before it has all of the file. */
    boolean isForStreaming() {
        int pictures = boxes.indexOf("mdat");
        return hasTable() && (pictures < 0 || boxes.indexOf("moov") < pictures);
    }
}
