package club.courtside.library;

import club.courtside.session.RecordingEnded;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.util.concurrent.atomic.AtomicBoolean;

/** Asks for missing pictures: after each recording, and every minute for those that failed. */
@Singleton
@Startup
@DependsOn("Database")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ThumbnailJob {

    @Inject
    Thumbnails thumbnails;

    @Resource
    ManagedExecutorService executor;

    private final AtomicBoolean working = new AtomicBoolean();

    public void recorded(@Observes(during = TransactionPhase.AFTER_SUCCESS) RecordingEnded event) {
        executor.execute(this::run);
    }

    @Schedule(hour = "*", minute = "*", persistent = false)
    public void run() {
        if (!working.compareAndSet(false, true)) return;
        try {
            thumbnails.make();
        } finally {
            working.set(false);
        }
    }
}
