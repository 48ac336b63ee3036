package club.courtside.library;

import java.util.List;
import java.util.function.Function;

/**
 * One page of a long list.
 *
 * @param page which one, from 1
 * @param size how many items a full page has
 * @param total how many items there are in all
 */
public record Page<T>(List<T> items, int page, int size, long total) {

    public <R> Page<R> map(Function<T, R> to) {
        return new Page<>(items.stream().map(to).toList(), page, size, total);
    }
}
