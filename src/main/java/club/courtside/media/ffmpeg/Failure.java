package club.courtside.media.ffmpeg;

import static org.bytedeco.ffmpeg.global.avutil.*;

import club.courtside.media.CameraAddress;
import club.courtside.media.CameraLost;
import club.courtside.media.CameraLost.Reason;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;

/** Says in a person's words why FFmpeg could not connect or go on. */
final class Failure {

    private static final int PROBE_MILLIS = 1500;

    private Failure() {}

    /** @param error what FFmpeg answered when it was asked to connect */
    static CameraLost connecting(int error, CameraAddress address, Deadline deadline) {
        if (deadline.isAborted()) return CameraLost.stopped();
        if (deadline.isOver()) return probe(error, address, true);
        if (error == AVERROR_HTTP_UNAUTHORIZED || error == AVERROR_HTTP_FORBIDDEN) return CameraLost.unauthorized();
        if (error == AVERROR_HTTP_NOT_FOUND || error == AVERROR_HTTP_BAD_REQUEST || error == AVERROR_HTTP_OTHER_4XX)
            return CameraLost.unknownStream(address);
        if (error == AVERROR_HTTP_SERVER_ERROR) return CameraLost.ownError();
        if (error == AVERROR_INVALIDDATA || error == AVERROR_STREAM_NOT_FOUND)
            return new CameraLost(Reason.NO_VIDEO, "What answers at this address is no video.");
        return probe(error, address, false);
    }

    /** FFmpeg's codes for these differ between systems, Java's exceptions do not. */
    private static CameraLost probe(int error, CameraAddress address, boolean tookTooLong) {
        try (Socket socket = new Socket()) {
            socket.connect(
                    new InetSocketAddress(InetAddress.getByName(address.uri().getHost()), address.port()),
                    PROBE_MILLIS);
        } catch (IOException e) {
            return CameraLost.unreachable(address, e);
        }
        if (tookTooLong || error == AVERROR_EXIT || Av.message(error).contains("timed out"))
            return CameraLost.mute(address);
        return new CameraLost(Reason.CLOSED, "The camera ended the connection: " + Av.message(error) + ".");
    }

    /** @param error what FFmpeg answered when it was asked for the next packet */
    static CameraLost reading(int error, Deadline deadline) {
        if (deadline.isAborted()) return CameraLost.stopped();
        if (deadline.isOver() || error == AVERROR_EXIT || Av.message(error).contains("timed out"))
            return CameraLost.silent();
        if (error == AVERROR_EOF) return CameraLost.ended();
        return CameraLost.broken(Av.message(error));
    }
}
