package club.courtside.people;

import club.courtside.account.Caller;
import club.courtside.account.CurrentCaller;
import club.courtside.account.audit.AuditAction;
import club.courtside.account.audit.AuditLine;
import club.courtside.account.audit.AuditLog;
import club.courtside.account.audit.AuditQuery;
import club.courtside.court.Club;
import club.courtside.court.CourtAccess;
import club.courtside.court.Visitor;
import club.courtside.platform.Ids;
import club.courtside.platform.Notices;
import club.courtside.platform.PagedList;
import jakarta.faces.event.AjaxBehaviorEvent;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.primefaces.component.dataview.DataView;

/** Who did what, for the staff of a club and the operator. */
@Named
@ViewScoped
public class AuditPage implements Serializable {

    @Inject
    private AuditLog log;

    @Inject
    private CourtAccess access;

    @Inject
    private CurrentCaller caller;

    @Inject
    private Visitor visitor;

    @Inject
    private Notices notices;

    private final PagedList<AuditLine> lines = new PagedList<>(new Found());
    private String club;
    private String text;
    private AuditAction action;
    private String from;
    private String to;
    private Map<UUID, String> names;

    /** Another search begins on its first page. */
    public void search(AjaxBehaviorEvent event) {
        if (event.getComponent().findComponent("entries") instanceof DataView view) view.setFirst(0);
    }

    /** Further words of a line that people understand; what a browser calls itself is for the API. */
    public String more(AuditLine line) {
        return switch (line.action()) {
            case SIGNED_IN -> Program.of(line.detail());
            case VIDEO_SHARED, VIDEO_UNSHARED ->
                "link".equals(line.detail()) ? notices.text("audit.byLink") : line.detail();
            default -> line.detail();
        };
    }

    /** The club, where one sees several. */
    public String place(AuditLine line) {
        return names().size() > 1 && line.clubId() != null ? names().get(line.clubId()) : null;
    }

    private Map<UUID, String> names() {
        if (names == null) {
            Caller me = caller.require();
            names = access.clubs(me).stream()
                    .filter(one -> me.isAdminOf(one.id()))
                    .sorted(Comparator.comparing(Club::name))
                    .collect(Collectors.toMap(Club::id, Club::name, (one, other) -> one, LinkedHashMap::new));
        }
        return names;
    }

    public PagedList<AuditLine> getLines() {
        return lines;
    }

    public int getCount() {
        return lines.getRowCount();
    }

    /** As a menu takes them. */
    public Map<String, String> getClubs() {
        Map<String, String> choices = new LinkedHashMap<>();
        names().forEach((id, called) -> choices.put(called, id.toString()));
        return choices;
    }

    public AuditAction[] getActions() {
        return AuditAction.values();
    }

    public String getClub() {
        return club;
    }

    public void setClub(String club) {
        this.club = club;
    }

    public String getText() {
        return text;
    }

    public void setText(String text) {
        this.text = text;
    }

    public AuditAction getAction() {
        return action;
    }

    public void setAction(AuditAction action) {
        this.action = action;
    }

    public String getFrom() {
        return from;
    }

    public void setFrom(String from) {
        this.from = from;
    }

    public String getTo() {
        return to;
    }

    public void setTo(String to) {
        this.to = to;
    }

    /** A day in the club's time zone; what is no day looks for nothing. */
    private Instant day(String text, int later) {
        if (text == null || text.isBlank()) return null;
        try {
            return LocalDate.parse(text)
                    .plusDays(later)
                    .atStartOfDay(visitor.getZone())
                    .toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }

    private final class Found implements PagedList.Source<AuditLine> {
        @Override
        public long count() {
            return log.count(caller.require(), query());
        }

        @Override
        public List<AuditLine> rows(int first, int size) {
            return log.search(caller.require(), query(), first, size);
        }

        private AuditQuery query() {
            return new AuditQuery(Ids.parse(club).orElse(null), null, text, action, day(from, 0), day(to, 1));
        }
    }
}
