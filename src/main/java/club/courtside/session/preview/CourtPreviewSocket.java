package club.courtside.session.preview;

import club.courtside.platform.web.WebSocketPath;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.websocket.Session;
import java.io.IOException;

/** Live pictures of a court's main camera. */
@Dependent
@WebSocketPath("/ws/preview/court/{court_id}")
public class CourtPreviewSocket extends PreviewSocket {

    @Inject
    PreviewSockets sockets;

    @Override
    PreviewSockets sockets() {
        return sockets;
    }

    @Override
    void open(Session socket) throws IOException {
        sockets.open(socket, true, socket.getPathParameters().get("court_id"));
    }
}
