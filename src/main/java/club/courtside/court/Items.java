package club.courtside.court;

import java.util.List;
import java.util.function.Function;

/** A list in the API that is never long enough to need pages. */
public record Items<T>(List<T> items) {

    public static <S, T> Items<T> of(List<S> source, Function<S, T> view) {
        return new Items<>(source.stream().map(view).toList());
    }
}
