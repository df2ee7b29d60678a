package dev.oin.web.api;

/**
 * Which page of a list is asked for: {@code ?page=1&size=50}. A controller takes it as an argument.
 *
 * @param page from 1
 * @param size from 1 to 200
 */
public record Paging(int page, int size) {

    static final int USUAL = 50;
    static final int MOST = 200;
    private static final int LAST = 1_000_000;

    public Paging {
        if (page < 1 || page > LAST || size < 1 || size > MOST) {
            throw new IllegalArgumentException("No page %d of size %d".formatted(page, size));
        }
    }

    /** How many rows come before. */
    public long offset() {
        return (long) (page - 1) * size;
    }

    static boolean allows(int page, int size) {
        return page >= 1 && page <= LAST && size >= 1 && size <= MOST;
    }
}
