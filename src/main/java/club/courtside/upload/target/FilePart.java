package club.courtside.upload.target;

import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.hc.core5.http.ContentType;

/** A part of a parcel's file on its way out, at the pace that the line is given. */
final class FilePart {

    private static final int AT_ONCE = 1 << 16;

    private final Parcel parcel;
    private final long from;
    private final long length;
    private final Bandwidth bandwidth;
    /** Of {@link System#nanoTime()}. */
    private final AtomicLong lastProgress = new AtomicLong(System.nanoTime());

    private volatile boolean isOut;

    FilePart(Parcel parcel, long from, long length, Bandwidth bandwidth) {
        this.parcel = parcel;
        this.from = from;
        this.length = length;
        this.bandwidth = bandwidth;
    }

    long length() {
        return length;
    }

    ContentType type() {
        return ContentType.parse(parcel.mediaType());
    }

    String name() {
        return parcel.name();
    }

    /** @throws InterruptedUpload when it is not to go on */
    void writeTo(OutputStream out) throws IOException {
        byte[] some = new byte[AT_ONCE];
        ByteBuffer buffer = ByteBuffer.wrap(some);
        try (FileChannel file = FileChannel.open(parcel.file())) {
            for (long done = 0; done < length; ) {
                buffer.clear().limit((int) Math.min(AT_ONCE, length - done));
                int read = file.read(buffer, from + done);
                if (read < 0) throw new EOFException("the file has become shorter");
                bandwidth.take(read);
                out.write(some, 0, read);
                done += read;
                lastProgress.set(System.nanoTime());
                parcel.journey().reached(from + done);
            }
        }
        isOut = true;
    }

    boolean isWanted() {
        return parcel.journey().isWanted();
    }

    /** Nanoseconds since the last byte went; 0 once all of them have. */
    long stalledFor() {
        return isOut ? 0 : System.nanoTime() - lastProgress.get();
    }
}
