package club.courtside.session.preview;

import club.courtside.platform.web.WebSocketPath;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.websocket.Session;
import java.io.IOException;

/** Live pictures of a session: of its main camera, or with {@code ?camera=} of another angle. */
@Dependent
@WebSocketPath("/ws/preview/{session_id}")
public class SessionPreviewSocket extends PreviewSocket {

    @Inject
    PreviewSockets sockets;

    @Override
    PreviewSockets sockets() {
        return sockets;
    }

    @Override
    void open(Session socket) throws IOException {
        sockets.open(socket, false, socket.getPathParameters().get("session_id"));
    }
}
