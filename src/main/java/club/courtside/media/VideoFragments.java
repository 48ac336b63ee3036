package club.courtside.media;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/** Turns a feed's packets into a live stream; other parameters begin another one. */
final class VideoFragments implements Subscriber {

    private static final System.Logger LOG = System.getLogger(VideoFragments.class.getName());

    private final FragmentWriter.Factory writers;
    private final Awaited<LiveStream> announced = new Awaited<>();
    private LiveStream stream;
    private Track video;

    VideoFragments(FragmentWriter.Factory writers) {
        this.writers = writers;
    }

    LiveStream await(Duration patience) throws CameraLost, InterruptedException {
        return announced.await(patience);
    }

    @Override
    public void connected(List<Track> tracks) {
        video = tracks.stream().filter(Track::isVideo).findFirst().orElse(null);
        if (stream != null) stream.interrupted();
        if (video != null && video.codec() == Track.Codec.H264) return;
        endStream();
        announced.refuse(
                video == null
                        ? new CameraLost(CameraLost.Reason.NO_VIDEO, "the camera sends no video")
                        : new CameraLost(
                                CameraLost.Reason.UNSUPPORTED_CODEC,
                                "live video in the page needs H.264, this camera sends " + video.codec()));
        video = null;
    }

    @Override
    public void packet(Packet packet) {
        if (video == null || !packet.track().isVideo()) return;
        try {
            if (packet.key()) useParametersOf(packet);
            if (stream != null) stream.write(packet);
        } catch (IOException e) {
            LOG.log(System.Logger.Level.WARNING, "live video begins anew: {0}", e.getMessage());
            endStream();
        }
    }

    private void useParametersOf(Packet key) throws IOException {
        byte[] inBand = AnnexB.isUsedBy(video) ? AnnexB.parameterSets(key.bytes()) : new byte[0];
        byte[] configuration = inBand.length > 0 ? inBand : video.configuration();
        byte[] parameters = AnnexB.isUsedBy(video) ? AnnexB.sequenceParameters(configuration) : configuration;
        if (parameters.length == 0 || stream != null && Arrays.equals(stream.parameters(), parameters)) return;
        endStream();
        stream = new LiveStream(writers.create(withParameters(configuration)), parameters);
        announced.deliver(stream);
    }

    private Track withParameters(byte[] configuration) {
        return new Track(
                video.index(), video.kind(), video.codec(), video.width(), video.height(), 0, 0, configuration);
    }

    @Override
    public void lost(CameraLost why) {
        if (stream == null) announced.missing(why);
        else stream.interrupted();
    }

    @Override
    public void skipped(int packets) {
        if (stream != null) stream.interrupted();
    }

    @Override
    public void closed() {
        endStream();
    }

    private void endStream() {
        if (stream == null) return;
        announced.missing(null);
        stream.end();
        stream = null;
    }
}
