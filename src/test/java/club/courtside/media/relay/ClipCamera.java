package club.courtside.media.relay;

import club.courtside.media.CameraAddress;
import club.courtside.media.CameraLost;
import club.courtside.media.FeedClock;
import club.courtside.media.Packet;
import club.courtside.media.Source;
import club.courtside.media.Track;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** A camera that sends what Debian's ffmpeg program has coded, in its own time, over and over. */
final class ClipCamera implements Source.Opener {

    private final List<Track> tracks = new ArrayList<>();
    private final List<Packet> loop = new ArrayList<>();
    private final long length;
    private final AtomicInteger connections = new AtomicInteger();
    private volatile CameraLost away;
    private volatile boolean dropped;

    ClipCamera(Clip video, Clip audio) {
        add(video);
        if (audio != null) add(audio);
        length = video.micros();
        loop.sort(Comparator.comparingLong(Packet::dtsMicros));
    }

    private void add(Clip clip) {
        Track track = clip.track(tracks.size());
        tracks.add(track);
        long time = 0;
        for (Clip.Unit unit : clip.units()) {
            if (time < clip.micros())
                loop.add(new Packet(track, time, time, unit.key(), 0, ByteBuffer.wrap(unit.data())));
            time += clip.interval();
        }
    }

    int connections() {
        return connections.get();
    }

    /** Ends the connection and refuses new ones; null lets them in again. */
    void away(CameraLost why) {
        away = why;
    }

    /** Ends the connection; the next one is answered. */
    void drop() {
        dropped = true;
    }

    @Override
    public Source open(CameraAddress address, FeedClock clock) throws CameraLost {
        if (away != null) throw away;
        dropped = false;
        connections.incrementAndGet();
        return new Connection();
    }

    private final class Connection implements Source {
        private final long begin = System.nanoTime();
        private long sent;
        private volatile boolean aborted;

        @Override
        public List<Track> tracks() {
            return tracks;
        }

        @Override
        public Packet read() throws CameraLost {
            Packet next = loop.get((int) (sent % loop.size()));
            long micros = next.ptsMicros() + sent / loop.size() * length;
            for (long left = left(micros); left > 0; left = left(micros)) {
                if (aborted || Thread.currentThread().isInterrupted())
                    throw new CameraLost(CameraLost.Reason.STOPPED, "stopped");
                LockSupport.parkNanos(this, left);
            }
            if (away != null) throw away;
            if (dropped) throw new CameraLost(CameraLost.Reason.CLOSED, "dropped");
            sent++;
            return new Packet(next.track(), micros, micros, next.key(), System.nanoTime(), next.data());
        }

        private long left(long micros) {
            return begin + micros * 1000 - System.nanoTime();
        }

        @Override
        public void abort() {
            aborted = true;
        }

        @Override
        public void close() {}
    }
}
