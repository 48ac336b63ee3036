package club.courtside.session.preview;

import jakarta.inject.Inject;
import jakarta.websocket.OnClose;
import jakarta.websocket.OnError;
import jakarta.websocket.OnOpen;
import jakarta.websocket.Session;
import jakarta.websocket.server.PathParam;
import jakarta.websocket.server.ServerEndpoint;
import java.io.IOException;

/** Live pictures of a court's main camera. */
@ServerEndpoint("/ws/preview/court/{court_id}")
public class CourtPreviewSocket {

    @Inject
    PreviewSockets sockets;

    @OnOpen
    public void open(Session socket, @PathParam("court_id") String courtId) throws IOException {
        sockets.open(socket, true, courtId);
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
