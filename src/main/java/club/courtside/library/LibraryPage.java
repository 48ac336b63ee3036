package club.courtside.library;

import club.courtside.account.CurrentCaller;
import club.courtside.platform.Badge;
import club.courtside.platform.PagedList;
import jakarta.faces.event.AjaxBehaviorEvent;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import org.primefaces.component.dataview.DataView;

/** The videos one may watch, searched and paged by the database. */
@Named
@ViewScoped
public class LibraryPage implements Serializable {
    @Inject
    private Library library;

    @Inject
    private CurrentCaller caller;

    private final PagedList<VideoCard> videos = new PagedList<>(new Found());
    private String text;

    /** Another search begins on its first page. */
    public void search(AjaxBehaviorEvent event) {
        if (event.getComponent().findComponent("videos") instanceof DataView view) view.setFirst(0);
    }

    public void clear() {
        text = null;
    }

    public PagedList<VideoCard> getVideos() {
        return videos;
    }

    /** How many were found; counted with the page that is shown. */
    public int getCount() {
        return videos.getRowCount();
    }

    public boolean isSearching() {
        return text != null && !text.isBlank();
    }

    public Badge badge(VideoCard video) {
        return Badge.of(video.status());
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
            return library.search(caller.require(), query(), first, size).items();
        }

        private VideoQuery query() {
            return new VideoQuery(null, text);
        }
    }
}
