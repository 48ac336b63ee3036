package club.courtside.media.rtsp;

import club.courtside.media.CameraAddress;
import club.courtside.media.CameraAddress.Transport;
import club.courtside.media.CameraLimits;
import club.courtside.media.CameraLost;
import club.courtside.media.CameraLost.Reason;
import club.courtside.media.FeedClock;
import club.courtside.media.Source;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;

/**
 * Reads the usual camera, {@code rtsp://} over TCP with H.264 and AAC, G.711 or no sound; leaves every other to another
 * opener, also one that turns out to be unusual, and then at once each time it is opened again.
 */
public final class RtspOpener implements Source.Opener {

    private static final System.Logger LOG = System.getLogger(RtspOpener.class.getName());
    private static final int REMEMBERED = 500;
    private static final int MOMENTS = 5;
    private static final long MOMENT = 100_000_000;

    private final Source.Opener others;
    private final CameraLimits limits;
    private final Set<URI> strange = new LinkedHashSet<>();

    /** @param others reads what is not read here */
    public RtspOpener(Source.Opener others) {
        this(others, CameraLimits.USUAL);
    }

    RtspOpener(Source.Opener others, CameraLimits limits) {
        this.others = others;
        this.limits = limits;
    }

    @Override
    public Source open(CameraAddress address, FeedClock clock) throws CameraLost {
        if (!isUsual(address)) return others.open(address, clock);
        if (isStrange(address)) return again(address, clock);
        try {
            return RtspSource.open(address, limits, clock);
        } catch (Strange what) {
            LOG.log(Level.INFO, "{0} is left to the other reader: {1}", address, what.getMessage());
            remember(address);
            return handOver(address, clock);
        }
    }

    /** A camera may refuse its next visitor for a moment, until it has let go of the one from here. */
    private Source handOver(CameraAddress address, FeedClock clock) throws CameraLost {
        for (int i = 0; i < MOMENTS; i++) {
            try {
                return again(address, clock);
            } catch (CameraLost busy) {
                if (busy.reason() != Reason.CLOSED || Thread.currentThread().isInterrupted()) throw busy;
                LockSupport.parkNanos(this, MOMENT);
            }
        }
        return again(address, clock);
    }

    private static boolean isUsual(CameraAddress address) {
        return address.uri().getScheme().equals("rtsp") && address.transport() == Transport.TCP;
    }

    /**
     * What was strange may have been set otherwise when the others find no video in it either. Otherwise it stays with
     * them: a camera may refuse them only because it has not yet let go of its visitor from here.
     */
    private Source again(CameraAddress address, FeedClock clock) throws CameraLost {
        try {
            return others.open(address, clock);
        } catch (CameraLost lost) {
            if (lost.reason() == Reason.NO_VIDEO || lost.reason() == Reason.UNSUPPORTED_CODEC) forget(address);
            throw lost;
        }
    }

    private boolean isStrange(CameraAddress address) {
        synchronized (strange) {
            return strange.contains(address.uri());
        }
    }

    private void remember(CameraAddress address) {
        synchronized (strange) {
            strange.add(address.uri());
            if (strange.size() > REMEMBERED) strange.remove(strange.iterator().next());
        }
    }

    private void forget(CameraAddress address) {
        synchronized (strange) {
            strange.remove(address.uri());
        }
    }
}
