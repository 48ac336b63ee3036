package club.courtside.session.preview;

import jakarta.websocket.CloseReason;
import jakarta.websocket.Session;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Flow;

/** Carries one live stream of the engine to one socket; asks for more only when the last message has been sent. */
final class SocketStream implements Flow.Subscriber<List<ByteBuffer>> {

    private final Session socket;
    private final Framing framing;
    private final Deque<ByteBuffer> messages = new ArrayDeque<>();
    private Flow.Subscription engine;
    private boolean left;

    SocketStream(Session socket, Framing framing) {
        this.socket = socket;
        this.framing = framing;
    }

    @Override
    public synchronized void onSubscribe(Flow.Subscription subscription) {
        engine = subscription;
        if (left) subscription.cancel();
        else subscription.request(1);
    }

    @Override
    public void onNext(List<ByteBuffer> bytes) {
        synchronized (this) {
            messages.addAll(framing.messages(bytes));
        }
        sendNext();
    }

    private void sendNext() {
        ByteBuffer next;
        synchronized (this) {
            if (left) return;
            next = messages.poll();
        }
        if (next == null) engine.request(1);
        else
            socket.getAsyncRemote().sendBinary(next, sent -> {
                if (sent.isOK()) sendNext();
                else leave();
            });
    }

    /** The viewer is gone: the engine must not produce for it any longer. */
    synchronized void leave() {
        left = true;
        messages.clear();
        if (engine != null) engine.cancel();
    }

    @Override
    public void onError(Throwable cause) {
        leave();
        tryAgainLater(socket, "lost");
    }

    /** The camera's parameters changed, or it is no longer needed: whoever still watches connects again. */
    @Override
    public void onComplete() {
        leave();
        tryAgainLater(socket, "changed");
    }

    /** The right to watch is gone; whether there is another one shows when the viewer comes back. */
    void sendAway() {
        leave();
        tryAgainLater(socket, "closed");
    }

    static void tryAgainLater(Session socket, String reason) {
        try {
            socket.close(new CloseReason(CloseReason.CloseCodes.TRY_AGAIN_LATER, reason));
        } catch (IOException | IllegalStateException gone) {
            // nobody is left to be told
        }
    }
}
