package club.courtside.upload.target;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The MD5 of each part of a file; what buckets say of a part is that, where they say anything. */
final class PartSums {

    private static final int AT_ONCE = 1 << 16;

    private final Parcel parcel;
    private final PartPlan plan;
    private final byte[][] sums;

    PartSums(Parcel parcel, PartPlan plan) {
        this.parcel = parcel;
        this.plan = plan;
        this.sums = new byte[plan.count()][];
    }

    /**
     * @throws UploadFailure when the file cannot be read
     * @throws InterruptedUpload when it is not to go on
     */
    byte[] of(int number) {
        if (sums[number - 1] == null) sums[number - 1] = read(plan.from(number), plan.length(number));
        return sums[number - 1];
    }

    String hexOf(int number) {
        return HexFormat.of().formatHex(of(number));
    }

    int count() {
        return plan.count();
    }

    /** As a bucket names an object that came in parts. */
    String ofAll() {
        MessageDigest all = md5();
        for (int number = 1; number <= plan.count(); number++) all.update(of(number));
        return HexFormat.of().formatHex(all.digest()) + "-" + plan.count();
    }

    private byte[] read(long from, long length) {
        MessageDigest digest = md5();
        ByteBuffer some = ByteBuffer.allocate(AT_ONCE);
        try (FileChannel file = FileChannel.open(parcel.file())) {
            for (long done = 0; done < length; ) {
                if (!parcel.journey().isWanted()) throw new InterruptedUpload();
                some.clear().limit((int) Math.min(AT_ONCE, length - done));
                int read = file.read(some, from + done);
                if (read < 0) throw UploadFailure.passing("file_changed", "the file changed under way");
                digest.update(some.flip());
                done += read;
            }
        } catch (IOException e) {
            throw Line.failure(e);
        }
        return digest.digest();
    }

    private static MessageDigest md5() {
        try {
            return MessageDigest.getInstance("MD5");
        } catch (NoSuchAlgorithmException e) {
            throw new UncheckedIOException(new IOException("every Java has MD5", e));
        }
    }
}
