package club.courtside.session.preview;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts a multipart stream of pictures into its pictures, whatever pieces it arrives in. Every part names its length. */
final class MultipartFrames implements Framing {

    private static final Pattern LENGTH = Pattern.compile("(?i)content-length:\\s*(\\d{1,9})");
    private static final int LONGEST_HEADER = 4096;
    private static final int LARGEST_PICTURE = 32 << 20;

    private final ByteArrayOutputStream header = new ByteArrayOutputStream();
    private ByteBuffer picture;

    @Override
    public List<ByteBuffer> messages(List<ByteBuffer> arrived) {
        List<ByteBuffer> complete = new ArrayList<>();
        for (ByteBuffer piece : arrived) {
            while (piece.hasRemaining()) {
                if (picture == null) readHeader(piece);
                else readPicture(piece, complete);
            }
        }
        return complete;
    }

    private void readHeader(ByteBuffer piece) {
        while (piece.hasRemaining() && picture == null) {
            header.write(piece.get());
            if (endsWithBlankLine()) openPicture();
            else if (header.size() > LONGEST_HEADER)
                throw new IllegalStateException("a part of the stream has no head");
        }
    }

    private boolean endsWithBlankLine() {
        int size = header.size();
        if (size < 4) return false;
        String read = header.toString(StandardCharsets.ISO_8859_1);
        return read.endsWith("\r\n\r\n");
    }

    private void openPicture() {
        Matcher length = LENGTH.matcher(header.toString(StandardCharsets.ISO_8859_1));
        header.reset();
        if (!length.find()) return;
        int bytes = Integer.parseInt(length.group(1));
        if (bytes > LARGEST_PICTURE) throw new IllegalStateException("a picture of " + bytes + " bytes");
        picture = ByteBuffer.allocate(bytes);
    }

    private void readPicture(ByteBuffer piece, List<ByteBuffer> complete) {
        ByteBuffer part = piece.slice(piece.position(), Math.min(piece.remaining(), picture.remaining()));
        piece.position(piece.position() + part.remaining());
        picture.put(part);
        if (picture.hasRemaining()) return;
        complete.add(picture.flip());
        picture = null;
    }
}
