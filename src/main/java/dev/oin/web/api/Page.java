package dev.oin.web.api;

import java.util.List;

/**
 * One page of a list, as the API answers it.
 *
 * @param page counts from 1
 * @param total how many there are on all pages
 */
public record Page<T>(List<T> items, int page, int size, long total) {

    public Page {
        items = List.copyOf(items);
    }

    /** The page of a list that is at hand completely. */
    public static <T> Page<T> of(List<T> all, Paging paging) {
        var from = (int) Math.min(paging.offset(), all.size());
        var to = Math.min(from + paging.size(), all.size());
        return new Page<>(all.subList(from, to), paging.page(), paging.size(), all.size());
    }
}
