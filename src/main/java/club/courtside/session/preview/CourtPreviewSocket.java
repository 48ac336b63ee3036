package club.courtside.session.preview;

import club.courtside.platform.web.WebSocketPath;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.websocket.Session;
import java.io.IOException;

/** Live pictures of a court: of its main camera, or with {@code ?camera=} of another one. */
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
