package dev.oin.review;

import java.awt.image.BufferedImage;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** What the pixels say of a logo's background (IR-LG-5) and corners (IR-LG-6); hints for a person. */
final class LookAtLogo {

    private static final int OPAQUE = 128;

    private LookAtLogo() {}

    static Map<String, MachineVerdict> look(BufferedImage logo) {
        return Map.of("IR-LG-5", background(logo), "IR-LG-6", corners(logo));
    }

    private static MachineVerdict background(BufferedImage logo) {
        var edge = edge(logo);
        var clear = share(edge, pixel -> alpha(pixel) < OPAQUE);
        if (clear > 90) {
            return MachineVerdict.pass("The edge is transparent (%d %%).".formatted(clear));
        }
        var white = share(edge, pixel -> alpha(pixel) >= OPAQUE && isWhite(pixel));
        return white > 90
                ? MachineVerdict.fail("The background is white, not transparent (%d %% of the edge).".formatted(white))
                : MachineVerdict.hint("%d %% of the edge is transparent; the corner is #%06X."
                        .formatted(clear, logo.getRGB(0, 0) & 0xFFFFFF));
    }

    private static MachineVerdict corners(BufferedImage logo) {
        var cut = IntStream.of(
                        logo.getRGB(0, 0),
                        logo.getRGB(logo.getWidth() - 1, 0),
                        logo.getRGB(0, logo.getHeight() - 1),
                        logo.getRGB(logo.getWidth() - 1, logo.getHeight() - 1))
                .allMatch(pixel -> alpha(pixel) < OPAQUE);
        var filled = share(edge(logo), pixel -> alpha(pixel) >= OPAQUE);
        return cut && filled > 50
                ? MachineVerdict.fail("The corners are cut away while %d %% of the edge is filled.".formatted(filled))
                : MachineVerdict.hint(cut ? "The corners are transparent." : "The corners are filled.");
    }

    private static int[] edge(BufferedImage logo) {
        var across = IntStream.range(0, logo.getWidth())
                .flatMap(x -> IntStream.of(logo.getRGB(x, 0), logo.getRGB(x, logo.getHeight() - 1)));
        var down = IntStream.range(0, logo.getHeight())
                .flatMap(y -> IntStream.of(logo.getRGB(0, y), logo.getRGB(logo.getWidth() - 1, y)));
        return IntStream.concat(across, down).toArray();
    }

    private static long share(int[] pixels, IntPredicate wanted) {
        return 100 * IntStream.of(pixels).filter(wanted).count() / pixels.length;
    }

    private static int alpha(int pixel) {
        return pixel >>> 24;
    }

    private static boolean isWhite(int pixel) {
        return (pixel & 0xF0F0F0) == 0xF0F0F0;
    }
}
