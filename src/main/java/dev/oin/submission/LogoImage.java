package dev.oin.submission;

import dev.oin.submission.LogoImage.Reading.Decoded;
import dev.oin.submission.LogoImage.Reading.NotAnImage;
import dev.oin.submission.LogoImage.Reading.TooLarge;
import dev.oin.submission.LogoImage.Reading.Unfit;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** Reads an uploaded logo: what it is by its first bytes, its size before its pixels, and draws it anew, so that nothing but the picture is kept. */
final class LogoImage {

    static final int MOST_BYTES = 1_048_575;
    private static final Set<String> SIZES = Set.of("200x200", "244x244", "244x156", "156x244");

    private LogoImage() {}

    /** What the bytes are. */
    sealed interface Reading {

        /** A logo, drawn anew as PNG. */
        record Decoded(byte[] png, int width, int height, LogoLook look) implements Reading {}

        /** Too many bytes. */
        record TooLarge() implements Reading {}

        /** Neither PNG, JPEG nor GIF. */
        record NotAnImage() implements Reading {}

        /** An image that cannot be used; the rule is an id such as {@code IR-LG-2}. */
        record Unfit(String rule, String message) implements Reading {}
    }

    static Reading read(byte[] upload) {
        if (upload.length > MOST_BYTES) {
            return new TooLarge();
        }
        return format(upload).map(format -> decode(upload, format)).orElseGet(NotAnImage::new);
    }

    private static Reading decode(byte[] upload, String format) {
        var readers = ImageIO.getImageReadersByFormatName(format);
        var reader = readers.next();
        try (var input = new MemoryCacheImageInputStream(new ByteArrayInputStream(upload))) {
            reader.setInput(input, false, true);
            var width = reader.getWidth(0);
            var height = reader.getHeight(0);
            if (!SIZES.contains(width + "x" + height)) {
                return new Unfit(
                        "IR-LG-2",
                        "The logo is %d x %d pixels; allowed are 200 x 200, 244 x 244, 244 x 156 and 156 x 244."
                                .formatted(width, height));
            }
            if (format.equals("jpeg") && isForPrint(reader)) {
                return new Unfit("IR-LG-1", "The logo's colours are made for print (CMYK). Save it in RGB.");
            }
            if (reader.getNumImages(true) > 1) {
                return new Unfit("IR-LG-1", "The logo is animated. Save it as a single picture.");
            }
            var picture = redraw(reader, width, height);
            return new Decoded(png(picture), width, height, LogoLook.of(picture));
        } catch (IOException | RuntimeException broken) {
            return new Unfit("IR-LG-1", "The file is damaged: it cannot be read as an image.");
        } finally {
            reader.dispose();
        }
    }

    /** Four colours: some runtimes cannot draw them, others get them wrong. */
    private static boolean isForPrint(ImageReader reader) throws IOException {
        var raw = reader.getRawImageType(0);
        return raw == null || raw.getNumBands() == 4;
    }

    private static BufferedImage redraw(ImageReader reader, int width, int height) throws IOException {
        var picture = reader.read(0);
        var fresh = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        var pen = fresh.createGraphics();
        pen.drawImage(picture, 0, 0, null);
        pen.dispose();
        return fresh;
    }

    static byte[] png(BufferedImage image) {
        try (var bytes = new ByteArrayOutputStream()) {
            ImageIO.write(image, "png", bytes);
            return bytes.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static Optional<String> format(byte[] upload) {
        if (startsWith(upload, 0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A)) {
            return Optional.of("png");
        }
        if (startsWith(upload, 0xFF, 0xD8, 0xFF)) {
            return Optional.of("jpeg");
        }
        return startsWith(upload, 'G', 'I', 'F', '8', '7', 'a') || startsWith(upload, 'G', 'I', 'F', '8', '9', 'a')
                ? Optional.of("gif")
                : Optional.empty();
    }

    private static boolean startsWith(byte[] upload, int... magic) {
        var bytes = new byte[magic.length];
        for (var at = 0; at < magic.length; at++) {
            bytes[at] = (byte) magic[at];
        }
        return upload.length >= magic.length && Arrays.equals(upload, 0, magic.length, bytes, 0, magic.length);
    }
}
