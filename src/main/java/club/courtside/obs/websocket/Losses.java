package club.courtside.obs.websocket;

import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.net.http.WebSocketHandshakeException;
import java.nio.channels.UnresolvedAddressException;

/** Says what it means that a connection could not be opened. */
final class Losses {

    private Losses() {}

    static ObsLoss of(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ObsLost lost) return lost.loss();
            if (cause instanceof WebSocketHandshakeException) return ObsLoss.NOT_OBS;
            if (cause instanceof HttpConnectTimeoutException
                    || cause instanceof ConnectException
                    || cause instanceof NoRouteToHostException
                    || cause instanceof UnknownHostException
                    || cause instanceof UnresolvedAddressException) return ObsLoss.UNREACHABLE;
            if (cause instanceof HttpTimeoutException) return ObsLoss.SILENT;
        }
        return ObsLoss.NOT_OBS;
    }
}
