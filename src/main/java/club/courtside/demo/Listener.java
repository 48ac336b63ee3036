package club.courtside.demo;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Accepts connections on loopback; each conversation has a thread of its own and ends with its connection. */
final class Listener implements AutoCloseable {

    interface Conversation {
        /** Returns when the client left; the connection is closed then. */
        void hold(Socket connection) throws IOException;
    }

    private final ServerSocket server;
    private final Conversation conversation;
    private final Thread accepting;
    private final Set<Socket> connections = ConcurrentHashMap.newKeySet();

    /** @param port 0 for any free one */
    Listener(int port, Conversation conversation) throws IOException {
        this.conversation = conversation;
        server = new ServerSocket();
        try {
            server.bind(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port));
        } catch (IOException e) {
            server.close();
            throw e;
        }
        accepting = start("listening " + server.getLocalPort(), this::accept);
    }

    int port() {
        return server.getLocalPort();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket connection = server.accept();
                connection.setTcpNoDelay(true);
                connections.add(connection);
                start("client of " + port(), () -> hold(connection));
            } catch (IOException e) {
                // Either closed on purpose, or a client that left before it was accepted.
            }
        }
    }

    private void hold(Socket connection) {
        try (connection) {
            if (!server.isClosed()) conversation.hold(connection);
        } catch (IOException e) {
            // The client is gone: that is how most conversations end.
        } finally {
            connections.remove(connection);
        }
    }

    /** Drops every connection; new ones are accepted. */
    void hangUp() {
        for (Socket connection : connections) {
            try {
                connection.close();
            } catch (IOException e) {
                // It is gone, which was wanted.
            }
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        try {
            // Until the thread has left accept(), the system may still take connections.
            accepting.join(2000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        hangUp();
    }

    private static Thread start(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }
}
