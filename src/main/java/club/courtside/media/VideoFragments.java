package club.courtside.media;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/** Turns a feed's packets into a live stream; other parameters begin another one. */
final class VideoFragments implements Subscriber {

    private static final System.Logger LOG = System.getLogger(VideoFragments.class.getName());

    private final FragmentWriter.Factory writers;
    private final Conversion.Opener toH264;
    private final Awaited<LiveStream> announced = new Awaited<>();
    private LiveStream stream;
    private Track video;
    private Conversion conversion;

    VideoFragments(FragmentWriter.Factory writers, Conversion.Opener toH264) {
        this.writers = writers;
        this.toH264 = toH264;
    }

    LiveStream await(Duration patience) throws CameraLost, InterruptedException {
        return announced.await(patience);
    }

    @Override
    public void connected(List<Track> tracks) {
        video = tracks.stream().filter(Track::isVideo).findFirst().orElse(null);
        closeConversion();
        if (stream != null) stream.interrupted();
        CameraLost refused = refusal(video);
        if (refused == null) return;
        endStream();
        announced.refuse(refused);
        video = null;
    }

    private static CameraLost refusal(Track video) {
        if (video == null) return new CameraLost(CameraLost.Reason.NO_VIDEO, "the camera sends no video");
        if (video.codec() == Track.Codec.H264 || video.codec() == Track.Codec.H265) return null;
        return new CameraLost(
                CameraLost.Reason.UNSUPPORTED_CODEC,
                "live video in the page needs H.264 or H.265, this camera sends " + video.codec());
    }

    @Override
    public void packet(Packet packet) {
        if (video == null || !packet.track().isVideo()) return;
        try {
            if (video.codec() == Track.Codec.H264) show(packet);
            else for (Packet converted : converted(packet)) show(converted);
        } catch (IOException e) {
            LOG.log(System.Logger.Level.WARNING, "live video begins anew: {0}", e.getMessage());
            endStream();
        }
    }

    private List<Packet> converted(Packet packet) throws IOException {
        if (conversion == null) {
            if (!packet.key()) return List.of();
            conversion = toH264.open(video, null);
        }
        try {
            return conversion.convert(packet);
        } catch (IOException damaged) {
            // The next key frame will do.
            return List.of();
        }
    }

    private void show(Packet packet) throws IOException {
        if (packet.key()) useParametersOf(packet.track());
        if (stream != null) stream.write(packet);
    }

    private void useParametersOf(Track track) throws IOException {
        byte[] parameters =
                ParameterSets.isStreamOf(track) ? ParameterSets.of(track).sequence() : track.configuration();
        if (parameters.length == 0 || stream != null && Arrays.equals(stream.parameters(), parameters)) return;
        endStream();
        stream = new LiveStream(writers.create(track), parameters);
        announced.deliver(stream);
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
        closeConversion();
        endStream();
    }

    private void closeConversion() {
        if (conversion != null) conversion.close();
        conversion = null;
    }

    private void endStream() {
        if (stream == null) return;
        announced.missing(null);
        stream.end();
        stream = null;
    }
}
