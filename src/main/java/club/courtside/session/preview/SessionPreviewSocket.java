package club.courtside.session.preview;

import jakarta.inject.Inject;
import jakarta.websocket.OnClose;
import jakarta.websocket.OnError;
import jakarta.websocket.OnOpen;
import jakarta.websocket.Session;
import jakarta.websocket.server.PathParam;
import jakarta.websocket.server.ServerEndpoint;
import java.io.IOException;

/** Live pictures of a session's camera. */
@ServerEndpoint("/ws/preview/{session_id}")
public class SessionPreviewSocket {

    @Inject
    PreviewSockets sockets;

    @OnOpen
    public void open(Session socket, @PathParam("session_id") String sessionId) throws IOException {
        sockets.open(socket, false, sessionId);
    }

    @OnClose
    public void closed(Session socket) {
        sockets.left(socket);
    }

    @OnError
    public void failed(Session socket, Throwable failure) {
        sockets.left(socket);
    }
}
