package club.courtside.media.ffmpeg;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/**
 * A file of {@link FfmpegMp4Writer} that nobody finished: {@code ftyp}, {@code free}, a {@code moov} with the first second,
 * then a {@code moof} and an {@code mdat} for each second more. Says how far it is whole and what is in it from its tables
 * alone, so that two hours are looked through in a moment and nothing is copied.
 *
 * <p>A finished file is the same with a second {@code moov} behind it, and the first one's name painted over with {@code
 * mdat}, which puts the fragments out of sight. {@link #reopen()} takes both back, {@link #finish()} does both.
 */
final class UnfinishedMp4 implements AutoCloseable {

    /** Fragments of less than a second: what a power cut may have torn is not older. */
    private static final int DOUBTFUL = 8;

    private static final int FOURCC_MDAT = 'm' << 24 | 'd' << 16 | 'a' << 8 | 't';
    private static final int FOURCC_MOOV = 'm' << 24 | 'o' << 16 | 'o' << 8 | 'v';
    private static final int FOURCC_FREE = 'f' << 24 | 'r' << 16 | 'e' << 8 | 'e';

    private final FileChannel file;
    private final Box moov;
    private final ByteBuffer header;
    private final List<Mp4Table> tables = new ArrayList<>();
    private final List<Box> fragments = new ArrayList<>();
    private final long firstEnd;
    private boolean finished;
    private long end;

    /** It is no such file, or not even its first second is whole. */
    static final class Strange extends IOException {

        private static final long serialVersionUID = 1L;

        Strange(Exception why) {
            super(why.getMessage(), why);
        }
    }

    /** @throws Strange when there is nothing to go on with; the file is unchanged */
    UnfinishedMp4(Path path) throws IOException {
        file = FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE);
        try {
            long named = named(0, "ftyp").end() + 8;
            Box first = named(named + 8, "mvhd");
            while (!first.is("mdat")) first = boxAt(first.end());
            moov = new Box("moov", named, 8, first.at() - named);
            finished = Box.bytes(file, named + 4, 4).getInt() != FOURCC_MOOV;
            firstEnd = first.end();
            header = moov.read(file);
            for (Box trak : moov.alone().children(header)) if (trak.is("trak")) tables.add(new Mp4Table(trak, header));
            look();
        } catch (IOException | RuntimeException e) {
            file.close();
            throw new Strange(e);
        }
    }

    private Box boxAt(long at) throws IOException {
        return Box.in(file, at).orElseThrow(() -> new IOException("no box at " + at));
    }

    private Box named(long at, String type) throws IOException {
        Box box = boxAt(at);
        if (!box.is(type)) throw new IOException(box.type() + " instead of " + type);
        return box;
    }

    private void look() throws IOException {
        end = firstEnd;
        for (Box moof = next(); moof != null; moof = next()) {
            fragments.add(moof);
            end = moof.end() + boxAt(moof.end()).size();
        }
        int sure = Math.max(0, fragments.size() - DOUBTFUL);
        for (Box moof : fragments.subList(0, sure)) samples(moof);
        for (int i = sure; i < fragments.size(); i++) if (!isSound(fragments.get(i))) forgetFrom(i);
    }

    /** A whole fragment behind the last one, or null. */
    private Box next() throws IOException {
        Box moof = Box.in(file, end).filter(box -> box.is("moof")).orElse(null);
        if (moof == null) return null;
        return Box.in(file, moof.end()).filter(box -> box.is("mdat")).isPresent() ? moof : null;
    }

    private void forgetFrom(int fragment) {
        end = fragments.get(fragment).at();
        fragments.subList(fragment, fragments.size()).clear();
    }

    /** Whether the units of its pictures add up: after a power cut there may be zeros in their place. */
    private boolean isSound(Box moof) {
        long limit = moof.end();
        try {
            long dataEnd = boxAt(moof.end()).end();
            for (Sample sample : samples(moof)) {
                if (sample.offset() < limit || sample.end() > dataEnd) return false;
                if (tables.get(sample.track()).isVideo() && !addsUp(sample)) return false;
            }
            return true;
        } catch (IOException | RuntimeException torn) {
            return false;
        }
    }

    private boolean addsUp(Sample sample) throws IOException {
        ByteBuffer bytes = Box.bytes(file, sample.offset(), sample.size());
        while (bytes.remaining() > Mp4Table.LENGTH) {
            int length = bytes.getInt();
            if (length <= 0 || length > bytes.remaining()) return false;
            bytes.position(bytes.position() + length);
            // No unit ends with a zero (ITU-T H.264 and H.265, 7.4.1).
            if (bytes.get(bytes.position() - 1) == 0) return false;
        }
        return !bytes.hasRemaining();
    }

    List<Mp4Table> tables() {
        return tables;
    }

    /** What {@code mfhd} numbers: the first second has none. */
    int fragments() {
        return fragments.size();
    }

    /** Where the next fragment belongs. */
    long end() {
        return end;
    }

    /** A packet of a fragment that is torn behind it. */
    record Torn(Sample sample, byte[] bytes) {}

    /** What is whole in a fragment that is not, to be written anew after {@link #reopen()}. */
    List<Torn> torn() throws IOException {
        List<Torn> whole = new ArrayList<>();
        Box moof = Box.in(file, end).filter(box -> box.is("moof")).orElse(null);
        if (moof == null) return whole;
        try {
            for (Sample sample : samples(moof)) {
                if (sample.offset() < moof.end() || sample.end() > file.size()) continue;
                if (tables.get(sample.track()).isVideo() && !addsUp(sample)) break;
                whole.add(new Torn(
                        sample, Box.bytes(file, sample.offset(), sample.size()).array()));
            }
        } catch (RuntimeException unreadable) {
            whole.clear();
        }
        return whole;
    }

    /** What goes through every sample, in the order of the file. */
    interface Reader {
        void read(Sample sample) throws IOException;
    }

    void read(Reader reader) throws IOException {
        for (int track = 0; track < tables.size(); track++) {
            for (Sample sample : tables.get(track).samples(track, header)) reader.read(sample);
        }
        for (Box moof : fragments) for (Sample sample : samples(moof)) reader.read(sample);
    }

    private List<Sample> samples(Box moof) throws IOException {
        return new FragmentTable(moof, moof.read(file), tables).samples();
    }

    /** Makes it ready for more behind its end: shows the fragments again, takes away what is torn. */
    void reopen() throws IOException {
        if (finished) {
            ByteBuffer shown = ByteBuffer.allocate(16);
            shown.putInt(8).putInt(FOURCC_FREE).putInt((int) moov.size()).putInt(FOURCC_MOOV);
            write(shown.flip(), moov.at() - 8);
            file.force(false);
            finished = false;
        }
        file.truncate(end);
        file.force(true);
    }

    boolean isFinished() {
        return finished;
    }

    /** Makes an ordinary MP4 of it: the tables of everything behind it, then its fragments out of sight. */
    void finish() throws IOException {
        if (finished) return;
        file.truncate(end);
        writeIndex();
        file.force(true);
        long size = end - moov.at();
        ByteBuffer hidden = ByteBuffer.allocate(16);
        if (size <= 0xFFFFFFFFL)
            hidden.putInt(8).putInt(FOURCC_FREE).putInt((int) size).putInt(FOURCC_MDAT);
        else hidden.putInt(1).putInt(FOURCC_MDAT).putLong(size + 8);
        write(hidden.flip(), moov.at() - 8);
        file.force(true);
        finished = true;
    }

    /** One at a time: the tables of two hours take some ten megabytes while they are made. */
    private void writeIndex() throws IOException {
        synchronized (UnfinishedMp4.class) {
            write(new Mp4Index(moov.alone(), header, this).bytes(), end);
        }
    }

    private void write(ByteBuffer bytes, long at) throws IOException {
        while (bytes.hasRemaining()) file.write(bytes, at + bytes.position());
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
