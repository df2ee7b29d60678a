package dev.oin.web.frame;

/**
 * Which part of a list a page shows.
 *
 * @param number counts from 1
 */
public record Pages(String path, int number, int size, int total) {

    /** The number of the first row shown. */
    public int first() {
        return total == 0 ? 0 : (number - 1) * size + 1;
    }

    /** The number of the last row shown. */
    public int last() {
        return Math.min(total, number * size);
    }
}
