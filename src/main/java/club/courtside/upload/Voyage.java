package club.courtside.upload;

import club.courtside.platform.queue.QueuedWork.Stopping;
import club.courtside.upload.target.InterruptedUpload;
import club.courtside.upload.target.Parcel;
import java.time.Duration;

/** One attempt, written down as it goes: not each byte, but as often as people look. */
final class Voyage implements Parcel.Journey {

    private static final long WRITE_EVERY_NANOS = Duration.ofSeconds(1).toNanos();

    private final Upload upload;
    private final UploadLedger ledger;
    private final Stopping stopping;
    private String memory;
    private long writtenAt = System.nanoTime() - WRITE_EVERY_NANOS;

    Voyage(Upload upload, UploadLedger ledger, Stopping stopping) {
        this.upload = upload;
        this.ledger = ledger;
        this.stopping = stopping;
        this.memory = upload.memory();
    }

    @Override
    public String memory() {
        return memory;
    }

    @Override
    public void remember(String words) {
        memory = words;
        ledger.remember(upload.id(), words);
    }

    @Override
    public void reached(long bytes) {
        if (stopping.isAsked()) throw new InterruptedUpload();
        long now = System.nanoTime();
        if (now - writtenAt < WRITE_EVERY_NANOS) return;
        writtenAt = now;
        if (!ledger.progressed(upload.id(), bytes / (double) Math.max(1, upload.bytes())))
            throw new InterruptedUpload();
    }

    @Override
    public boolean isWanted() {
        return !stopping.isAsked();
    }
}
