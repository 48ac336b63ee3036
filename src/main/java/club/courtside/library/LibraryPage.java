package club.courtside.library;

import club.courtside.account.Caller;
import club.courtside.account.CurrentCaller;
import club.courtside.account.Role;
import club.courtside.court.Club;
import club.courtside.court.CourtAccess;
import club.courtside.court.Visitor;
import club.courtside.platform.Badge;
import club.courtside.platform.CurrentSettings;
import club.courtside.platform.PagedList;
import jakarta.faces.event.AjaxBehaviorEvent;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.primefaces.component.dataview.DataView;

/** The videos one may watch, searched and paged by the database. */
@Named
@ViewScoped
public class LibraryPage implements Serializable {
    private static final List<String> UPLOAD_WORDS = List.of(
            "waiting",
            "left",
            "paused",
            "lost",
            "examining",
            "done",
            "sure",
            "reason.connection",
            "reason.disk_full",
            "reason.no_video",
            "reason.truncated",
            "reason.too_short",
            "reason.too_long",
            "reason.picture_too_large",
            "reason.empty",
            "reason.expired",
            "reason.internal",
            "reason.other");

    @Inject
    private Library library;

    @Inject
    private CurrentCaller caller;

    @Inject
    private Visitor visitor;

    @Inject
    private CourtAccess courts;

    @Inject
    private CurrentSettings settings;

    private final PagedList<VideoCard> videos = new PagedList<>(new Found());
    private String text;
    private Origin origin;
    private LocalDate from;
    private LocalDate to;
    private VideoSort sort = VideoSort.NEWEST;

    /** Another search begins on its first page. */
    public void search(AjaxBehaviorEvent event) {
        if (event.getComponent().findComponent("videos") instanceof DataView view) view.setFirst(0);
    }

    public void clear() {
        text = null;
        origin = null;
        from = null;
        to = null;
    }

    public PagedList<VideoCard> getVideos() {
        return videos;
    }

    /** How many were found; counted with the page that is shown. */
    public int getCount() {
        return videos.getRowCount();
    }

    public boolean isSearching() {
        return text != null && !text.isBlank() || origin != null || from != null || to != null;
    }

    /** How many of the filters are set, besides the text that is searched. */
    public long getFilterCount() {
        return Stream.of(origin, from, to).filter(Objects::nonNull).count();
    }

    /** By the club's clock. */
    private Instant begin(LocalDate day) {
        return day.atStartOfDay(visitor.getZone()).toInstant();
    }

    /** Whether whoever looks runs a club. */
    public boolean isStaff() {
        return caller.require().role() != Role.PLAYER;
    }

    /** Those into which whoever looks may upload. */
    public List<Club> getClubs() {
        Caller who = caller.require();
        return courts.clubs(who).stream()
                .filter(club -> who.isAdminOf(club.id()))
                .toList();
    }

    /** Longest file that may be uploaded, in bytes. */
    public long getMostBytes() {
        return settings.mostUploadBytes();
    }

    /** Keys of the words that the list of uploads puts together by itself. */
    public List<String> getUploadWords() {
        return UPLOAD_WORDS;
    }

    public Badge badge(VideoCard video) {
        return Badge.of(video.status());
    }

    public List<Origin> getOrigins() {
        return List.of(Origin.values());
    }

    public List<VideoSort> getSorts() {
        return List.of(VideoSort.values());
    }

    /** Key of the words for where a video came from. */
    public String text(Origin from) {
        return "origin." + from.name().toLowerCase(Locale.ROOT);
    }

    public Origin getOrigin() {
        return origin;
    }

    public void setOrigin(Origin origin) {
        this.origin = origin;
    }

    /** The first day; null for always. */
    public LocalDate getFrom() {
        return from;
    }

    public void setFrom(LocalDate from) {
        this.from = from;
    }

    /** The last day; null for ever. */
    public LocalDate getTo() {
        return to;
    }

    public void setTo(LocalDate to) {
        this.to = to;
    }

    public VideoSort getSort() {
        return sort;
    }

    public void setSort(VideoSort sort) {
        this.sort = sort;
    }

    public String getText() {
        return text;
    }

    public void setText(String text) {
        this.text = text;
    }

    private final class Found implements PagedList.Source<VideoCard> {
        @Override
        public long count() {
            return library.count(caller.require(), query());
        }

        @Override
        public List<VideoCard> rows(int first, int size) {
            return library.search(caller.require(), query(), first, size);
        }

        private VideoQuery query() {
            Instant end = to == null ? null : begin(to.plusDays(1));
            return new VideoQuery(null, text, origin, from == null ? null : begin(from), end, sort);
        }
    }
}
