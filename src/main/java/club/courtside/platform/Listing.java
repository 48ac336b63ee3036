package club.courtside.platform;

import java.util.List;

/**
 * One page of a long list, as the API answers it.
 *
 * @param page which one, from 1
 * @param size how many items a full page has
 * @param total how many items there are in all
 */
public record Listing<T>(List<T> items, int page, int size, long total) {

    private static final int LARGEST_PAGE = 200;
    private static final int LAST_PAGE = 1_000_000;

    /**
     * Where that page begins, counted from 0.
     *
     * @throws ProblemException 400 when there cannot be such a page
     */
    public static int first(int page, int size) {
        if (page < 1 || page > LAST_PAGE) throw ProblemException.badRequest("page", "pages are counted from 1");
        if (size < 1 || size > LARGEST_PAGE)
            throw ProblemException.badRequest("size", "a page has 1 to " + LARGEST_PAGE + " items");
        return (page - 1) * size;
    }
}
