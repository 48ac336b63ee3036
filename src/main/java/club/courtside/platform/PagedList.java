package club.courtside.platform;

import java.util.List;
import java.util.Map;
import org.primefaces.model.FilterMeta;
import org.primefaces.model.LazyDataModel;
import org.primefaces.model.SortMeta;

/** A long list of which a page only ever holds the part that is shown. */
public final class PagedList<T> extends LazyDataModel<T> {
    private static final long serialVersionUID = 1L;

    /** Where the rows come from. */
    public interface Source<T> {
        /** @param first counted from 0 */
        List<T> rows(int first, int size);

        long count();
    }

    private final transient Source<T> source;

    public PagedList(Source<T> source) {
        this.source = source;
    }

    @Override
    public int count(Map<String, FilterMeta> filters) {
        return Math.toIntExact(source.count());
    }

    @Override
    public List<T> load(int first, int size, Map<String, SortMeta> order, Map<String, FilterMeta> filters) {
        return source.rows(first, size);
    }
}
