package club.courtside.session;

import club.courtside.engine.api.RecordingStatus;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/** What a recording has brought so far. */
@Embeddable
public class Delivery {

    @Column(name = "elapsed_seconds")
    private double elapsedSeconds;

    @Column(name = "delivered_seconds")
    private double deliveredSeconds;

    @Column(name = "size_bytes")
    private long bytes;

    @Column(name = "bits_per_second")
    private long bitsPerSecond;

    private long frames;
    private int reconnects;

    @Column(name = "packets_received")
    private long packetsReceived;

    @Column(name = "packets_written")
    private long packetsWritten;

    protected Delivery() {}

    static Delivery none() {
        return new Delivery();
    }

    static Delivery of(RecordingStatus status) {
        Delivery delivery = new Delivery();
        delivery.elapsedSeconds = status.elapsedSeconds();
        delivery.deliveredSeconds = status.deliveredSeconds();
        delivery.bytes = status.bytes();
        delivery.bitsPerSecond = status.bitsPerSecond();
        delivery.frames = status.frames();
        delivery.reconnects = status.reconnects();
        delivery.packetsReceived = status.packetsReceived();
        delivery.packetsWritten = status.packetsWritten();
        return delivery;
    }

    Delivery withBytes(long size) {
        Delivery changed = new Delivery();
        changed.elapsedSeconds = elapsedSeconds;
        changed.deliveredSeconds = deliveredSeconds;
        changed.bytes = size;
        changed.bitsPerSecond = bitsPerSecond;
        changed.frames = frames;
        changed.reconnects = reconnects;
        changed.packetsReceived = packetsReceived;
        changed.packetsWritten = packetsWritten;
        return changed;
    }

    /** Length of the file, gaps included. */
    public double elapsedSeconds() {
        return elapsedSeconds;
    }

    /** Length without the gaps. */
    public double deliveredSeconds() {
        return deliveredSeconds;
    }

    public long bytes() {
        return bytes;
    }

    public long bitsPerSecond() {
        return bitsPerSecond;
    }

    /** Video frames. */
    public long frames() {
        return frames;
    }

    public int reconnects() {
        return reconnects;
    }

    /** Pictures and pieces of sound that the camera delivered; 0 when it was not counted yet. */
    public long packetsReceived() {
        return packetsReceived;
    }

    /** Those of them that are in the file. */
    public long packetsWritten() {
        return packetsWritten;
    }
}
