package club.courtside.media.ffmpeg;

import static org.bytedeco.ffmpeg.global.avutil.*;

import club.courtside.media.CameraAddress;
import club.courtside.media.CameraLost;
import club.courtside.media.CameraLost.Reason;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;

/** Says in a person's words why FFmpeg could not connect or go on. */
final class Failure {

    private static final int PROBE_MILLIS = 1500;

    private Failure() {}

    /** @param error what FFmpeg answered when it was asked to connect */
    static CameraLost connecting(int error, CameraAddress address, Deadline deadline) {
        if (deadline.isAborted()) return stopped();
        if (deadline.isOver()) return probe(error, address, true);
        if (error == AVERROR_HTTP_UNAUTHORIZED || error == AVERROR_HTTP_FORBIDDEN)
            return new CameraLost(Reason.UNAUTHORIZED, "The camera refuses this user name or password.");
        if (error == AVERROR_HTTP_NOT_FOUND || error == AVERROR_HTTP_BAD_REQUEST || error == AVERROR_HTTP_OTHER_4XX)
            return new CameraLost(
                    Reason.NOT_FOUND,
                    "The camera knows no stream at %s.".formatted(address.uri().getPath()));
        if (error == AVERROR_HTTP_SERVER_ERROR)
            return new CameraLost(Reason.CLOSED, "The camera answered with an error of its own.");
        if (error == AVERROR_INVALIDDATA || error == AVERROR_STREAM_NOT_FOUND)
            return new CameraLost(Reason.NO_VIDEO, "What answers at this address is no video.");
        return probe(error, address, false);
    }

    /** FFmpeg's codes for these differ between systems, Java's exceptions do not. */
    private static CameraLost probe(int error, CameraAddress address, boolean tookTooLong) {
        String where = address.uri().getHost() + ":" + address.port();
        try (Socket socket = new Socket()) {
            socket.connect(
                    new InetSocketAddress(InetAddress.getByName(address.uri().getHost()), address.port()),
                    PROBE_MILLIS);
        } catch (UnknownHostException e) {
            return new CameraLost(
                    Reason.UNREACHABLE,
                    "No device is known as %s.".formatted(address.uri().getHost()),
                    e);
        } catch (SocketTimeoutException e) {
            return new CameraLost(Reason.UNREACHABLE, "Nothing answers at %s.".formatted(where), e);
        } catch (IOException e) {
            boolean refused = String.valueOf(e.getMessage()).contains("refused");
            return refused
                    ? new CameraLost(Reason.REFUSED, "Nothing listens at %s.".formatted(where), e)
                    : new CameraLost(Reason.UNREACHABLE, "%s cannot be reached.".formatted(where), e);
        }
        if (tookTooLong || error == AVERROR_EXIT || Av.message(error).contains("timed out"))
            return new CameraLost(Reason.TIMEOUT, "The camera at %s accepts but sends nothing.".formatted(where));
        return new CameraLost(Reason.CLOSED, "The camera ended the connection: " + Av.message(error) + ".");
    }

    /** @param error what FFmpeg answered when it was asked for the next packet */
    static CameraLost reading(int error, Deadline deadline) {
        if (deadline.isAborted()) return stopped();
        if (deadline.isOver() || error == AVERROR_EXIT || Av.message(error).contains("timed out")) return silent();
        if (error == AVERROR_EOF) return new CameraLost(Reason.CLOSED, "The camera ended the connection.");
        return new CameraLost(Reason.CLOSED, "The connection to the camera broke: " + Av.message(error) + ".");
    }

    static CameraLost silent() {
        return new CameraLost(Reason.TIMEOUT, "The camera sends nothing any more.");
    }

    static CameraLost stopped() {
        return new CameraLost(Reason.STOPPED, "The connection is not needed any more.");
    }
}
