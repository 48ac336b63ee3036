package club.courtside.media;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** One camera as fragmented MP4 with unchanging parameters, muxed once for all who watch. */
final class LiveStream {

    private static final int LONGEST_GROUP = 500;

    private final byte[] parameters;
    private final FragmentWriter writer;
    private final LiveTimeline timeline = new LiveTimeline();
    private final List<Fragment> group = new ArrayList<>();
    private final List<VideoViewer> viewers = new ArrayList<>();
    private boolean needsKey = true;
    private boolean ended;

    /** @param parameters by which other parameters are recognised */
    LiveStream(FragmentWriter writer, byte[] parameters) {
        this.writer = writer;
        this.parameters = parameters;
    }

    byte[] parameters() {
        return parameters;
    }

    /** Something is missing before the next packet. */
    void interrupted() {
        timeline.join();
        needsKey = true;
    }

    void write(Packet packet) throws IOException {
        if (needsKey && !packet.key()) return;
        needsKey = false;
        show(writer.write(timeline.place(packet), timeline.duration()));
    }

    private synchronized void show(Fragment fragment) {
        if (fragment.key() || group.size() == LONGEST_GROUP) group.clear();
        if (fragment.key() || !group.isEmpty()) group.add(fragment);
        viewers.forEach(viewer -> viewer.offer(fragment));
    }

    /** A viewer that begins with the running group of pictures. */
    synchronized VideoViewer join(Runnable onClose) {
        var self = new VideoViewer[1];
        self[0] = new VideoViewer(writer.mime(), writer.header(), () -> {
            forget(self[0]);
            onClose.run();
        });
        group.forEach(self[0]::offer);
        if (ended) self[0].end();
        else viewers.add(self[0]);
        return self[0];
    }

    private synchronized void forget(VideoViewer viewer) {
        viewers.remove(viewer);
    }

    /** By the thread that writes. */
    void end() {
        synchronized (this) {
            ended = true;
            viewers.forEach(VideoViewer::end);
            viewers.clear();
            group.clear();
        }
        writer.close();
    }
}
