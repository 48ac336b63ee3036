package club.courtside.health;

import club.courtside.account.CurrentCaller;
import club.courtside.court.CourtAccess;
import club.courtside.court.Visitor;
import club.courtside.platform.Figures;
import club.courtside.platform.Notices;
import club.courtside.platform.Preferences;
import club.courtside.platform.ProblemException;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.UUID;

/** How the installation stands: the verdict first, then what it rests on. */
@Named
@ViewScoped
public class HealthPage implements Serializable {
    private static final int HOURS_A_DAY = 24;
    private static final int DAYS_A_YEAR = 365;

    @Inject
    private SystemChecks checks;

    @Inject
    private HealthChecks recording;

    @Inject
    private DiskDays days;

    @Inject
    private Visitor visitor;

    @Inject
    private Preferences preferences;

    @Inject
    private CourtAccess access;

    @Inject
    private CurrentCaller caller;

    @Inject
    private Figures figures;

    @Inject
    private Notices notices;

    @Inject
    private CameraRound round;

    private HealthReport report;
    private VideoHealth.Engine engine;
    private List<DiskDays.Bar> diskDays;

    /** What one may not know of is not there. */
    public void open() {
        try {
            access.refuseUnlessOperator(caller.require());
            read();
        } catch (ProblemException refused) {
            notices.refusePage(refused);
        }
    }

    /** Looks again. */
    public void read() {
        report = checks.fullReport();
        engine = recording.video().engine();
        diskDays = days.bars(visitor.getZone());
    }

    /** What to send to whoever helps. */
    public String getText() {
        return SupportReport.of(report, engine);
    }

    public VideoHealth.Engine getEngine() {
        return engine;
    }

    public String getJava() {
        return Runtime.version().toString();
    }

    public List<DiskDays.Bar> getDiskDays() {
        return diskDays;
    }

    public long getRecentBytes() {
        return diskDays.stream().mapToLong(DiskDays.Bar::bytes).sum();
    }

    /** {@code Tue 24 Nov}. */
    public String name(DiskDays.Bar bar) {
        return DateTimeFormatter.ofPattern("E d MMM", preferences.getLocale()).format(bar.day());
    }

    public HealthReport getReport() {
        return report;
    }

    public List<Check> getSystem() {
        return report.checks().stream().filter(check -> check.subject() == null).toList();
    }

    public List<Check> getCameras() {
        return report.checks().stream().filter(check -> check.subject() != null).toList();
    }

    /** All that are not live; what comes of it is pushed. */
    public void tryCameras() {
        round.begin(caller.require());
    }

    /** What came of trying that camera; null when nobody has. */
    public CameraFinding finding(Check camera) {
        return round.of((UUID) camera.figures().get(0));
    }

    public String words(CameraFinding finding) {
        if (finding.stage() == CameraFinding.Stage.REFUSED) {
            var code = finding.reason().code();
            return notices.textOr("reason." + code, finding.reason().message()) + " "
                    + notices.textOr("trial.reason." + code, "");
        }
        if (finding.isOver() && finding.getPicture() == null) return notices.text("health.tried.studio");
        return notices.text("health.tried." + finding.stage(), finding.getPicture());
    }

    /** How far the round is; null when there was none. */
    public String getRound() {
        var all = round.all();
        if (all.isEmpty()) return null;
        var over = all.stream().filter(CameraFinding::isOver).count();
        var refused = all.stream().filter(found -> found.reason() != null).count();
        return notices.text(over < all.size() ? "health.round" : "health.roundOver", over, all.size(), refused);
    }

    /** Key of the verdict's words. */
    public String getVerdict() {
        return "health.verdict." + report.status();
    }

    public long getTroubles() {
        return getSystem().stream()
                .filter(check -> check.state() != Verdict.HEALTHY)
                .count();
    }

    /** {@code ok}, {@code warn} or {@code rec}. */
    public String tone(Verdict verdict) {
        return switch (verdict) {
            case HEALTHY -> "ok";
            case DEGRADED -> "warn";
            case UNHEALTHY -> "rec";
        };
    }

    public String icon(Verdict verdict) {
        return verdict == Verdict.UNHEALTHY ? "error" : tone(verdict);
    }

    /** What was found, in the visitor's words. */
    public String words(Check check) {
        if (check.name().equals("camera"))
            return notices.text(check.reason() == null ? "state." + check.detail() : "reason." + check.reason());
        var values = check.figures().toArray();
        if (check.name().equals("disk")) {
            var hours = values.length > 1 ? (Long) values[1] : -1L;
            var size = figures.size((Long) values[0]);
            if (check.reason() != null) return notices.text(check.getText(), size, hours);
            if (hours < 0) return notices.text("health.disk.ok", size);
            return hours > DAYS_A_YEAR * HOURS_A_DAY
                    ? notices.text("health.disk.plenty", size)
                    : notices.text("health.disk.enough", size, hours / HOURS_A_DAY);
        }
        return notices.text(check.getText(), values);
    }
}
