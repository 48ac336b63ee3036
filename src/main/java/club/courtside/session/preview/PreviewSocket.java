package club.courtside.session.preview;

import jakarta.websocket.CloseReason;
import jakarta.websocket.Endpoint;
import jakarta.websocket.EndpointConfig;
import jakarta.websocket.Session;
import java.io.IOException;
import java.io.UncheckedIOException;

/** What the two addresses of a live view share: how they end. */
abstract class PreviewSocket extends Endpoint {

    abstract PreviewSockets sockets();

    abstract void open(Session socket) throws IOException;

    @Override
    public void onOpen(Session socket, EndpointConfig config) {
        // Without it the first word of a viewer would be an error of the connection, and the picture would stand still.
        socket.addMessageHandler(String.class, text -> {});
        try {
            open(socket);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void onClose(Session socket, CloseReason reason) {
        sockets().left(socket);
    }

    @Override
    public void onError(Session socket, Throwable failure) {
        sockets().left(socket);
    }
}
