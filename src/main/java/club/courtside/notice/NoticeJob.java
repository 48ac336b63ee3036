package club.courtside.notice;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

/** When it is looked whether there is something to tell. */
@Singleton
@Startup
@DependsOn("Database")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class NoticeJob {

    @Inject
    NoticeLedger ledger;

    @Inject
    CameraPatrol patrol;

    @Inject
    DiskNotices disk;

    @PostConstruct
    void start() {
        ledger.requeue();
    }

    @Schedule(hour = "*", minute = "*", persistent = false)
    public void cameras() {
        patrol.look();
    }

    @Schedule(hour = "*", minute = "*/10", second = "30", persistent = false)
    public void disk() {
        disk.look();
    }

    @Schedule(hour = "4", minute = "40", persistent = false)
    public void tidy() {
        ledger.forget();
    }
}
