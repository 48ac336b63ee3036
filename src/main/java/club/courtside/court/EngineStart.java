package club.courtside.court;

import club.courtside.engine.api.EngineEvent;
import club.courtside.engine.client.EngineProcess;
import club.courtside.platform.DataFolder;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.io.File;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Starts to watch the engine when the application starts. The engine itself outlives the application. */
@Startup
@Singleton
@DependsOn({"Database", "DemoClub"})
@TransactionManagement(TransactionManagementType.BEAN)
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
public class EngineStart {

    private static final Logger LOG = Logger.getLogger(EngineStart.class.getName());

    @Resource
    private ManagedThreadFactory threads;

    @Inject
    private DataFolder data;

    @Inject
    private EngineArrival arrival;

    @Inject
    private Event<EngineEvent> events;

    @Inject
    @ConfigProperty(name = "courtside.home")
    private Optional<String> home;

    @Inject
    @ConfigProperty(name = "courtside.max.viewers")
    private int mostViewers;

    @Inject
    @ConfigProperty(name = "courtside.host")
    private String host;

    @Inject
    @ConfigProperty(name = "courtside.rtsp.port")
    private int rtspPort;

    private EngineWatch watch;
    private Thread thread;

    @PostConstruct
    void start() {
        if (home.isEmpty()) {
            LOG.severe("courtside.home is not set: there is no engine, nothing can be watched or recorded");
            return;
        }
        EngineProcess process = new EngineProcess(
                data.root(),
                Path.of(home.get(), "engine").toAbsolutePath() + File.separator + "*",
                Map.of(
                        "courtside.max-viewers", String.valueOf(mostViewers),
                        "courtside.host", host,
                        "courtside.rtsp-port", String.valueOf(rtspPort)));
        watch = new EngineWatch(process::connect, arrival, events);
        thread = threads.newThread(watch);
        thread.setName("engine-watch");
        thread.start();
    }

    @PreDestroy
    void stop() {
        if (watch == null) return;
        watch.stop(thread);
        try {
            thread.join(3000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
