package club.courtside.library;

import java.util.List;

/**
 * One page of a long list.
 *
 * @param page which one, from 1
 * @param size how many items a full page has
 * @param total how many items there are in all
 */
public record Page<T>(List<T> items, int page, int size, long total) {}
