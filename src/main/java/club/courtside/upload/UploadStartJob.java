package club.courtside.upload;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;

/** Looks once, at the start, that every upload that isn't over is in the queue. */
@Singleton
@Startup
@DependsOn("Database")
@TransactionManagement(TransactionManagementType.BEAN)
public class UploadStartJob {

    @Inject
    UploadLedger ledger;

    @PostConstruct
    void start() {
        ledger.requeue();
    }
}
