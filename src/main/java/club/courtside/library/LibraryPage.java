package club.courtside.library;

import club.courtside.account.CurrentCaller;
import club.courtside.platform.Badge;
import jakarta.faces.event.AjaxBehaviorEvent;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import org.primefaces.component.dataview.DataView;
import org.primefaces.model.FilterMeta;
import org.primefaces.model.LazyDataModel;
import org.primefaces.model.SortMeta;

/** The videos one may watch, searched and paged by the database. */
@Named
@ViewScoped
public class LibraryPage implements Serializable {
    @Inject
    private Library library;

    @Inject
    private CurrentCaller caller;

    private final LazyDataModel<VideoCard> videos = new Found();
    private String text;

    /** Another search begins on its first page. */
    public void search(AjaxBehaviorEvent event) {
        if (event.getComponent().findComponent("videos") instanceof DataView view) view.setFirst(0);
    }

    public void clear() {
        text = null;
    }

    public LazyDataModel<VideoCard> getVideos() {
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

    private final class Found extends LazyDataModel<VideoCard> {
        private static final long serialVersionUID = 1L;

        @Override
        public int count(Map<String, FilterMeta> filters) {
            return Math.toIntExact(library.count(caller.require(), query()));
        }

        @Override
        public List<VideoCard> load(int first, int size, Map<String, SortMeta> order, Map<String, FilterMeta> filters) {
            var page = library.search(caller.require(), query(), first, size);
            setRowCount(Math.toIntExact(page.total()));
            return page.items();
        }

        private VideoQuery query() {
            return new VideoQuery(null, text);
        }
    }
}
