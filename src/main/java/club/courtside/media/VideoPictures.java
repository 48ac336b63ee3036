package club.courtside.media;

import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** Turns a feed's packets into JPEGs for those whose turn it is: one decoding for all, one encoding for each size. */
final class VideoPictures implements Subscriber {

    private static final System.Logger LOG = System.getLogger(VideoPictures.class.getName());
    /** Older pictures (the group that a new subscriber gets) are decoded, but not shown. */
    private static final long STALE_NANOS = 500_000_000;

    private final PictureDecoder.Factory decoders;
    private final FeedClock clock;
    private final List<PictureViewer> viewers = new CopyOnWriteArrayList<>();
    private final Awaited<Track> announced = new Awaited<>();
    private Track video;
    private PictureDecoder decoder;

    VideoPictures(PictureDecoder.Factory decoders, FeedClock clock) {
        this.decoders = decoders;
        this.clock = clock;
    }

    Track await(Duration patience) throws CameraLost, InterruptedException {
        return announced.await(patience);
    }

    void join(PictureViewer viewer) {
        viewers.add(viewer);
    }

    void forget(PictureViewer viewer) {
        viewers.remove(viewer);
    }

    @Override
    public void connected(List<Track> tracks) {
        closeDecoder();
        video = tracks.stream().filter(Track::isVideo).findFirst().orElse(null);
        if (video == null) announced.refuse(new CameraLost(CameraLost.Reason.NO_VIDEO, "the camera sends no video"));
        else announced.deliver(video);
    }

    @Override
    public void packet(Packet packet) {
        if (video == null || !packet.track().isVideo()) return;
        long now = clock.nanos();
        boolean fresh = now - packet.arrivedNanos() < STALE_NANOS;
        List<PictureViewer> turn = viewers.stream()
                .filter(viewer -> fresh && viewer.takesTurn(now))
                .toList();
        if (video.codec() == Track.Codec.MJPEG) showOwn(packet, turn);
        else if (decode(packet)) showDecoded(turn);
    }

    /** An MJPEG camera's frame stands alone: nothing is decoded unless somebody wants it smaller. */
    private void showOwn(Packet packet, List<PictureViewer> turn) {
        byte[] own = null;
        boolean decoded = false;
        for (PictureViewer viewer : turn) {
            if (isWantedUnchanged(viewer.request())) {
                if (own == null) own = bytesOf(packet);
                viewer.offer(own);
            } else {
                decoded = true;
            }
        }
        if (decoded && decode(packet))
            showDecoded(turn.stream()
                    .filter(viewer -> !isWantedUnchanged(viewer.request()))
                    .toList());
    }

    private boolean isWantedUnchanged(PictureRequest request) {
        return request.everyFrame() || video.width() > 0 && video.width() <= request.width();
    }

    private boolean decode(Packet packet) {
        try {
            if (decoder == null) decoder = decoders.create(video);
            decoder.decode(packet);
            return true;
        } catch (IOException e) {
            LOG.log(System.Logger.Level.WARNING, "no pictures of this camera: {0}", e.getMessage());
            announced.refuse(new CameraLost(CameraLost.Reason.UNSUPPORTED_CODEC, e.getMessage(), e));
            video = null;
            return false;
        }
    }

    private void showDecoded(List<PictureViewer> turn) {
        Map<PictureRequest, byte[]> made = new HashMap<>();
        for (PictureViewer viewer : turn) {
            PictureRequest form = viewer.request().withoutRate();
            byte[] jpeg = made.computeIfAbsent(form, f -> decoder.jpeg(f.width(), f.quality()));
            if (jpeg != null) viewer.offer(jpeg);
        }
    }

    private static byte[] bytesOf(Packet packet) {
        byte[] bytes = new byte[packet.size()];
        packet.bytes().get(bytes);
        return bytes;
    }

    @Override
    public void lost(CameraLost why) {
        announced.missing(why);
    }

    @Override
    public void closed() {
        closeDecoder();
        viewers.forEach(PictureViewer::end);
    }

    private void closeDecoder() {
        if (decoder != null) decoder.close();
        decoder = null;
    }
}
