package club.courtside.media.ffmpeg;

import static org.bytedeco.ffmpeg.global.avformat.*;
import static org.bytedeco.ffmpeg.global.avutil.AV_OPT_SEARCH_CHILDREN;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_free;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_set;
import static org.bytedeco.ffmpeg.global.avutil.av_free;
import static org.bytedeco.ffmpeg.global.avutil.av_opt_get;

import club.courtside.media.CameraAddress;
import club.courtside.media.CameraLimits;
import club.courtside.media.CameraLost;
import club.courtside.media.CameraLost.Reason;
import club.courtside.media.FeedClock;
import club.courtside.media.Source;
import club.courtside.media.Track;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVIOContext;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.PointerPointer;

/**
 * Connects to RTSP and HTTP cameras with the protocols that each needs and no other. RTSP is opened with next to no probing,
 * which takes 50 to 200 ms instead of seconds.
 */
final class FfmpegOpener implements Source.Opener {

    private static final String RTSP_PROTOCOLS = "rtsp,rtsps,rtp,srtp,udp,tcp,tls,crypto";
    private static final String HTTP_PROTOCOLS = "http,https,tcp,tls,crypto";
    private static final String AGENT = "Courtside";
    /** Cameras sign their own certificates: the connection is encrypted, but it is not proved whose it is. */
    private static final String ANY_CERTIFICATE = "0";

    private final CameraLimits limits;

    /** Cameras that do not announce their parameter sets: they are listened to until the first key frame has told. */
    private final Set<URI> taciturn = ConcurrentHashMap.newKeySet();

    FfmpegOpener(CameraLimits limits) {
        this.limits = limits;
    }

    @Override
    public Source open(CameraAddress address, FeedClock clock) throws CameraLost {
        return address.isRtsp() ? openRtsp(address, clock) : openHttp(address, clock);
    }

    private Source openRtsp(CameraAddress address, FeedClock clock) throws CameraLost {
        if (!taciturn.contains(address.uri())) {
            Source source = openRtsp(address, clock, "32", "1", SoundDecoders.NAMES);
            if (source.tracks().stream().noneMatch(FfmpegOpener::lacksParameters)) return source;
            taciturn.add(address.uri());
            source.close();
        }
        Source source = openRtsp(address, clock, "5000000", "5000000", null);
        if (source.tracks().stream().noneMatch(FfmpegOpener::lacksParameters)) return source;
        source.close();
        throw CameraLost.withoutSize();
    }

    /** @param decoders that may be opened to look at what comes; null for all */
    private Source openRtsp(
            CameraAddress address, FeedClock clock, String probeBytes, String probeMicros, String decoders)
            throws CameraLost {
        Deadline deadline = new Deadline(limits.connect());
        AVDictionary options = Av.options(
                "rtsp_transport",
                address.transport().name().toLowerCase(Locale.ROOT),
                "allowed_media_types",
                "video+audio",
                "analyzeduration",
                probeMicros,
                "fpsprobesize",
                "0",
                "probesize",
                probeBytes,
                "user_agent",
                AGENT,
                "tls_verify",
                ANY_CERTIFICATE,
                "protocol_whitelist",
                RTSP_PROTOCOLS);
        if (decoders != null) av_dict_set(options, "codec_whitelist", decoders, 0);
        try {
            return openContext(avformat_alloc_context(), null, options, address, clock, deadline);
        } catch (CameraLost | RuntimeException e) {
            deadline.close();
            throw e;
        }
    }

    private Source openHttp(CameraAddress address, FeedClock clock) throws CameraLost {
        Deadline deadline = new Deadline(limits.connect());
        try {
            return openHttp(address, clock, deadline);
        } catch (CameraLost | RuntimeException e) {
            deadline.close();
            throw e;
        }
    }

    private Source openHttp(CameraAddress address, FeedClock clock, Deadline deadline) throws CameraLost {
        AVIOContext io = new AVIOContext(null);
        AVDictionary options =
                Av.options("user_agent", AGENT, "tls_verify", ANY_CERTIFICATE, "protocol_whitelist", HTTP_PROTOCOLS);
        int result = avio_open2(io, url(address), AVIO_FLAG_READ, deadline.callback(), options);
        av_dict_free(options);
        if (result < 0) throw Failure.connecting(result, address, deadline);
        try {
            if (contentType(io).startsWith("multipart/")) return new JpegSource(io, deadline, limits, clock);
            AVFormatContext context = avformat_alloc_context();
            context.pb(io);
            AVDictionary probing = Av.options(
                    "probesize", "1000000",
                    "analyzeduration", "2000000",
                    "fpsprobesize", "0",
                    "protocol_whitelist", HTTP_PROTOCOLS);
            return openContext(context, io, probing, address, clock, deadline);
        } catch (CameraLost | RuntimeException e) {
            avio_closep(io);
            throw e;
        }
    }

    private static String contentType(AVIOContext io) {
        try (PointerPointer<BytePointer> found = new PointerPointer<>(1)) {
            found.put(0, null);
            if (av_opt_get(io, new BytePointer("mime_type"), AV_OPT_SEARCH_CHILDREN, found) < 0) return "";
            BytePointer text = found.get(BytePointer.class, 0);
            String type = text == null || text.isNull() ? "" : text.getString();
            if (text != null) av_free(text);
            return type.strip().toLowerCase(Locale.ROOT);
        }
    }

    private Source openContext(
            AVFormatContext context,
            AVIOContext io,
            AVDictionary options,
            CameraAddress address,
            FeedClock clock,
            Deadline deadline)
            throws CameraLost {
        context.interrupt_callback(deadline.callback());
        int result = avformat_open_input(context, url(address), null, options);
        av_dict_free(options);
        if (result < 0) throw Failure.connecting(result, address, deadline);
        try {
            return new FfmpegSource(context, io, describe(context, address, deadline), deadline, limits, clock);
        } catch (CameraLost | RuntimeException e) {
            avformat_close_input(context);
            throw e;
        }
    }

    private Inputs describe(AVFormatContext context, CameraAddress address, Deadline deadline) throws CameraLost {
        int result = avformat_find_stream_info(context, (AVDictionary) null);
        if (result < 0) throw Failure.connecting(result, address, deadline);
        if (deadline.isAborted()) throw CameraLost.stopped();
        Inputs inputs = new Inputs(context, address.isRtsp());
        refuseWhatCannotBeKept(inputs);
        return inputs;
    }

    private static boolean lacksParameters(Track track) {
        return track.isVideo()
                && (track.width() == 0 || (track.codec() != Track.Codec.MJPEG && track.configuration().length == 0));
    }

    private static void refuseWhatCannotBeKept(Inputs inputs) throws CameraLost {
        Track video =
                inputs.tracks().stream().filter(Track::isVideo).findFirst().orElse(null);
        if (video == null) throw CameraLost.withoutVideo();
        if (video.codec() == Track.Codec.OTHER)
            throw new CameraLost(
                    Reason.UNSUPPORTED_CODEC,
                    "The camera compresses its video as %s, which cannot be kept; set it to H.264."
                            .formatted(video.codecName()));
    }

    /** The only place where the password meets the address. */
    private static String url(CameraAddress address) {
        String plain = address.uri().toASCIIString();
        if (address.username() == null || address.username().isEmpty()) return plain;
        String password = address.password() == null ? "" : address.password();
        int host = plain.indexOf("://") + 3;
        return plain.substring(0, host)
                + encoded(address.username())
                + ":"
                + encoded(password)
                + "@"
                + plain.substring(host);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
