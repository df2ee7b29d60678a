package dev.oin.submission;

import java.awt.image.BufferedImage;
import java.util.stream.IntStream;

/**
 * How a logo's picture looks at its edge.
 *
 * @param transparent whether most of the edge lets the background through (IR-LG-5)
 * @param rounded whether the edge is filled but the corners are cut off (IR-LG-6)
 */
record LogoLook(boolean transparent, boolean rounded) {

    private static final int OPAQUE = 128;
    private static final int NEARLY_WHITE = 240;

    static LogoLook of(BufferedImage picture) {
        var right = picture.getWidth() - 1;
        var bottom = picture.getHeight() - 1;
        var empty = IntStream.concat(
                        IntStream.rangeClosed(0, right)
                                .flatMap(x -> IntStream.of(picture.getRGB(x, 0), picture.getRGB(x, bottom))),
                        IntStream.rangeClosed(0, bottom)
                                .flatMap(y -> IntStream.of(picture.getRGB(0, y), picture.getRGB(right, y))))
                .filter(pixel -> !isOpaque(pixel))
                .count();
        var corners = IntStream.of(
                picture.getRGB(0, 0),
                picture.getRGB(right, 0),
                picture.getRGB(0, bottom),
                picture.getRGB(right, bottom));
        var middles = IntStream.of(
                picture.getRGB(right / 2, 0),
                picture.getRGB(right / 2, bottom),
                picture.getRGB(0, bottom / 2),
                picture.getRGB(right, bottom / 2));
        return new LogoLook(
                empty >= right + bottom, corners.noneMatch(LogoLook::isFilled) && middles.allMatch(LogoLook::isFilled));
    }

    private static boolean isFilled(int pixel) {
        return isOpaque(pixel) && !isNearlyWhite(pixel);
    }

    private static boolean isOpaque(int pixel) {
        return (pixel >>> 24) >= OPAQUE;
    }

    private static boolean isNearlyWhite(int pixel) {
        return (pixel >> 16 & 0xFF) >= NEARLY_WHITE
                && (pixel >> 8 & 0xFF) >= NEARLY_WHITE
                && (pixel & 0xFF) >= NEARLY_WHITE;
    }
}
