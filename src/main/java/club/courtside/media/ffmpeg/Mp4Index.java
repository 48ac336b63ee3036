package club.courtside.media.ffmpeg;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The {@code moov} of a whole file, made from the one of its first second and the tables of its fragments. */
final class Mp4Index {

    private static final int MILLIS = 1000;

    private final Box moov;
    private final ByteBuffer header;
    private final List<SampleTable> tables = new ArrayList<>();
    private final List<Mp4Table> tracks;

    /** @param header the bytes of {@code moov} */
    Mp4Index(Box moov, ByteBuffer header, UnfinishedMp4 file) throws IOException {
        this.moov = moov;
        this.header = header;
        this.tracks = file.tables();
        for (Mp4Table track : tracks) tables.add(new SampleTable(track.isVideo()));
        file.read(sample -> tables.get(sample.track()).add(sample));
    }

    ByteBuffer bytes() throws IOException {
        Bytes out = new Bytes(
                header.limit() + tables.stream().mapToInt(SampleTable::bytes).sum());
        int begin = out.begin("moov");
        int track = 0;
        for (Box box : moov.children(header)) {
            if (box.is("mvhd")) out.copy(header, box).patch(durationOf(box), (int) longest());
            else if (box.is("trak")) writeTrack(out, box, track++);
            else if (!box.is("mvex")) out.copy(header, box);
        }
        return out.end(begin).flipped();
    }

    private long millis(int track) {
        return tables.get(track).duration() * MILLIS / tracks.get(track).timescale();
    }

    private long longest() {
        long longest = 0;
        for (int track = 0; track < tables.size(); track++) longest = Math.max(longest, millis(track));
        return longest;
    }

    /** Edit lists are left out: they speak of the first second only, and our time stamps begin at 0. */
    private void writeTrack(Bytes out, Box trak, int track) throws IOException {
        int begin = out.begin("trak");
        for (Box box : trak.children(header)) {
            if (box.is("tkhd")) out.copy(header, box).patch(durationOf(box) + 4, (int) millis(track));
            else if (box.is("mdia")) writeMedia(out, box, track);
            else if (!box.is("edts")) out.copy(header, box);
        }
        out.end(begin);
    }

    private void writeMedia(Bytes out, Box mdia, int track) throws IOException {
        int begin = out.begin("mdia");
        for (Box box : mdia.children(header)) {
            if (box.is("mdhd"))
                out.copy(header, box)
                        .patch(durationOf(box), (int) tables.get(track).duration());
            else if (box.is("minf")) writeInformation(out, box, track);
            else out.copy(header, box);
        }
        out.end(begin);
    }

    private void writeInformation(Bytes out, Box minf, int track) throws IOException {
        int begin = out.begin("minf");
        for (Box box : minf.children(header)) {
            if (!box.is("stbl")) {
                out.copy(header, box);
                continue;
            }
            int stbl = out.begin("stbl");
            out.copy(header, box.inside(header, "stsd"));
            tables.get(track).write(out);
            out.end(stbl);
        }
        out.end(begin);
    }

    /** From the beginning of a version 0 box, behind two times and the clock. {@code tkhd} has four bytes more. */
    private int durationOf(Box box) throws IOException {
        if (header.get((int) box.content()) != 0) throw new IOException("a " + box.type() + " of another version");
        return box.header() + 16;
    }

    /** Boxes that are being written; it grows as needed. */
    static final class Bytes {
        private ByteBuffer bytes;
        private int copied;

        Bytes(int size) {
            bytes = ByteBuffer.allocate(size);
        }

        private ByteBuffer room(int more) {
            if (bytes.remaining() < more)
                bytes = ByteBuffer.allocate(bytes.capacity() * 2 + more).put(bytes.flip());
            return bytes;
        }

        /** @return what {@link #end} wants to know */
        int begin(String type) {
            int at = bytes.position();
            room(8).putInt(0).put(type.getBytes(StandardCharsets.ISO_8859_1));
            return at;
        }

        Bytes end(int begin) {
            bytes.putInt(begin, bytes.position() - begin);
            return this;
        }

        Bytes number(int value) {
            room(4).putInt(value);
            return this;
        }

        Bytes number(long value) {
            room(8).putLong(value);
            return this;
        }

        Bytes copy(ByteBuffer from, Box box) {
            copied = bytes.position();
            room((int) box.size()).put(from.duplicate().limit((int) box.end()).position((int) box.at()));
            return this;
        }

        /** Changes a number in the box that was copied last. */
        void patch(int at, int value) {
            bytes.putInt(copied + at, value);
        }

        ByteBuffer flipped() {
            return bytes.flip();
        }
    }
}
