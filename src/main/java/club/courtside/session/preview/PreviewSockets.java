package club.courtside.session.preview;

import club.courtside.account.Caller;
import club.courtside.court.CameraEngine;
import club.courtside.engine.client.EngineClient.Live;
import club.courtside.engine.client.EngineException;
import club.courtside.platform.Json;
import club.courtside.platform.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.websocket.CloseReason;
import jakarta.websocket.CloseReason.CloseCodes;
import jakarta.websocket.Session;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;

/** Opens live pictures on sockets: H.264 for Media Source Extensions, or JPEGs one message each. */
@ApplicationScoped
public class PreviewSockets {

    private static final String STREAM = SocketStream.class.getName();
    private static final String VIEW = LiveView.class.getName();
    private static final long SEND_TIMEOUT_MILLIS = 20_000;

    private record Announcement(String mime) {}

    private final Previews previews;
    private final CameraEngine engine;
    private final LiveViews views;

    @Inject
    public PreviewSockets(Previews previews, CameraEngine engine, LiveViews views) {
        this.previews = previews;
        this.engine = engine;
        this.views = views;
    }

    protected PreviewSockets() {
        this(null, null, null);
    }

    void open(Session socket, boolean ofCourt, String id) throws IOException {
        socket.setMaxIdleTimeout(0);
        socket.getAsyncRemote().setSendTimeout(SEND_TIMEOUT_MILLIS);
        if (!(socket.getUserPrincipal() instanceof Caller caller)) {
            socket.close(new CloseReason(CloseCodes.VIOLATED_POLICY, "sign in first"));
            return;
        }
        try {
            PreviewAddress address = new PreviewAddress(ofCourt, id, query(socket, "camera"), "");
            Grant grant = previews.grant(caller, address);
            String feedId = grant.feedId().toString();
            boolean asPictures = "jpeg".equals(query(socket, "format"));
            SocketStream stream = new SocketStream(socket, asPictures ? new MultipartFrames() : Framing::asItCame);
            joins(socket, stream, new LiveView(caller, address, grant, stream::sendAway));
            if (asPictures) openPictures(socket, feedId, stream);
            else openVideo(socket, feedId, stream);
        } catch (ProblemException refused) {
            socket.close(new CloseReason(
                    CloseCodes.VIOLATED_POLICY, refused.problem().detail()));
        } catch (EngineException unavailable) {
            SocketStream.tryAgainLater(socket, reason(unavailable));
        }
    }

    private void openPictures(Session socket, String feedId, SocketStream stream) {
        PreviewFormat format = PreviewFormat.of(name -> query(socket, name), previews.usualFormat());
        engine.client().live(feedId, "live.mjpeg", format.asQuery()).whenComplete((live, failure) -> {
            if (failure == null) live.bytes().subscribe(stream);
            else SocketStream.tryAgainLater(socket, reason(failure));
        });
    }

    private void openVideo(Session socket, String feedId, SocketStream stream) {
        engine.client().live(feedId, "live.mp4", Map.of()).whenComplete((live, failure) -> {
            if (failure == null) announce(socket, live, stream);
            else SocketStream.tryAgainLater(socket, reason(failure));
        });
    }

    private static void announce(Session socket, Live live, SocketStream stream) {
        try {
            String text = Json.MAPPER.writeValueAsString(new Announcement(live.contentType()));
            socket.getAsyncRemote().sendText(text, sent -> live.bytes().subscribe(stream));
        } catch (IOException | IllegalStateException gone) {
            stream.leave();
            live.bytes().subscribe(stream);
        }
    }

    private void joins(Session socket, SocketStream stream, LiveView view) {
        socket.getUserProperties().put(STREAM, stream);
        socket.getUserProperties().put(VIEW, view);
        views.opened(view);
    }

    /** Whoever leaves costs the engine nothing any longer. */
    void left(Session socket) {
        if (socket.getUserProperties().remove(STREAM) instanceof SocketStream stream) stream.leave();
        if (socket.getUserProperties().remove(VIEW) instanceof LiveView view) views.left(view);
    }

    private static String query(Session socket, String name) {
        List<String> values = socket.getRequestParameterMap().get(name);
        return values == null || values.isEmpty() ? null : values.get(0);
    }

    private static String reason(Throwable failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        return cause instanceof EngineException known ? known.reason().code() : "internal";
    }
}
