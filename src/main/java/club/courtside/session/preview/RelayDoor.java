package club.courtside.session.preview;

import club.courtside.court.CameraEngine;
import club.courtside.engine.api.EngineEvent;
import club.courtside.engine.api.RelayLogin;
import club.courtside.engine.client.EngineException;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Answers the engine's questions who may read from the relay, in threads of its own: the next event shall not wait. */
@ApplicationScoped
public class RelayDoor {

    private static final Logger LOG = Logger.getLogger(RelayDoor.class.getName());
    private static final int THREADS = 2;
    private static final int MOST_WAITING = 64;
    private static final int PATIENCE_SECONDS = 3;

    private final CameraEngine engine;
    private final RelayAccess access;
    private ExecutorService answering;

    @Resource
    private ManagedThreadFactory threads;

    @Inject
    public RelayDoor(CameraEngine engine, RelayAccess access) {
        this.engine = engine;
        this.access = access;
    }

    protected RelayDoor() {
        this(null, null);
    }

    @PostConstruct
    void start() {
        var waiting = new LinkedBlockingQueue<Runnable>(MOST_WAITING);
        answering = new ThreadPoolExecutor(THREADS, THREADS, 0, TimeUnit.SECONDS, waiting, threads);
    }

    void engineSaid(@Observes EngineEvent event) {
        if (event.relayLogin() == null) return;
        try {
            answering.execute(() -> answer(event.relayLogin()));
        } catch (RejectedExecutionException busy) {
            LOG.warning("too many want to read from the relay at once; the engine answers them for us");
        }
    }

    private void answer(RelayLogin login) {
        try {
            engine.client().answerRelayLogin(login.id(), access.decide(login));
        } catch (EngineException late) {
            LOG.log(Level.FINE, "nobody waits any more for the answer to {0}", login);
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "it could not be found out whether somebody may read: " + login, e);
        }
    }

    /** Sends away who may not read any more: disabled, no longer of the club, or their session is over. */
    void check() {
        engine.connected().ifPresent(client -> {
            try {
                client.relayReaders().stream()
                        .filter(reader -> !access.mayStay(reader))
                        .forEach(reader -> client.endRelayReader(reader.id()));
            } catch (EngineException away) {
                LOG.log(Level.FINE, "the engine cannot be asked who reads", away);
            }
        });
    }

    /** No interruption: a thread may be inside the database. */
    @PreDestroy
    void stop() {
        answering.shutdown();
        try {
            answering.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
