package dev.oin.submission;

import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;

/** Uploads as an attacker, a camera or a printer's program would make them. */
public final class LogoUploads {

    private static final int SIZE = 200;
    private static final int AFTER_HEADER = 33;

    private LogoUploads() {}

    /** What is uploaded, and the rule it breaks. */
    @SuppressWarnings("ArrayRecordComponent")
    public record Upload(byte[] bytes, String rule) {}

    /** Uploads that are images to look at, but none that can be used. */
    public static Map<String, Upload> refused() throws IOException {
        return Map.of(
                "30000 x 30000 pixels", new Upload(bomb(30_000, 30_000), "IR-LG-2"),
                "as many pixels as its header can say",
                        new Upload(bomb(Integer.MAX_VALUE, Integer.MAX_VALUE), "IR-LG-2"),
                "a fitting header over no pixels", new Upload(bomb(200, 200), "IR-LG-1"),
                "animated", new Upload(animated(3), "IR-LG-1"),
                "animated, with two thousand frames", new Upload(animated(2_000), "IR-LG-1"),
                "in the colours of print", new Upload(cmyk(), "IR-LG-1"));
    }

    /** A PNG whose header promises the pixels, over a kilobyte of packed zeros. */
    static byte[] bomb(int width, int height) throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var deflate = new DeflaterOutputStream(packed)) {
            deflate.write(new byte[1_000]);
        }
        var header = new ByteArrayOutputStream();
        var fields = new DataOutputStream(header);
        fields.writeInt(width);
        fields.writeInt(height);
        fields.write(new byte[] {8, 2, 0, 0, 0});
        return joined(
                new byte[] {(byte) 0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A},
                chunk("IHDR", header.toByteArray()),
                chunk("IDAT", packed.toByteArray()),
                chunk("IEND", new byte[0]));
    }

    static byte[] animated(int frames) throws IOException {
        var bytes = new ByteArrayOutputStream();
        var writer = ImageIO.getImageWritersByFormatName("gif").next();
        try (var output = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(output);
            writer.prepareWriteSequence(null);
            for (var frame = 0; frame < frames; frame++) {
                writer.writeToSequence(
                        new IIOImage(new BufferedImage(SIZE, SIZE, BufferedImage.TYPE_BYTE_BINARY), null, null), null);
            }
            writer.endWriteSequence();
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    /** A JPEG of four colours, marked as a printer's program marks it. */
    static byte[] cmyk() throws IOException {
        var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        var bytes = new ByteArrayOutputStream();
        try (var output = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(output);
            var raster = Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, SIZE, SIZE, 4, null);
            writer.write(null, new IIOImage(raster, null, null), null);
        } finally {
            writer.dispose();
        }
        var adobe = segment(0xEE, joined(ascii("Adobe"), new byte[] {0, 100, 0, 0, 0, 0, 0}));
        return inserted(bytes.toByteArray(), 2, adobe);
    }

    /** A JPEG with an Exif segment that says where it was taken. */
    static byte[] withPlace(String place) throws IOException {
        return inserted(
                LogoImageTest.image("jpg", SIZE, SIZE), 2, segment(0xE1, joined(ascii("Exif\0\0"), ascii(place))));
    }

    static byte[] withMovement() throws IOException {
        return inserted(
                LogoImageTest.image("png", SIZE, SIZE), AFTER_HEADER, chunk("acTL", new byte[] {0, 0, 0, 2, 0, 0, 0, 0
                }));
    }

    static byte[] interlaced() throws IOException {
        var writer = ImageIO.getImageWritersByFormatName("png").next();
        var param = writer.getDefaultWriteParam();
        param.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
        var bytes = new ByteArrayOutputStream();
        try (var output = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(output);
            writer.write(
                    null, new IIOImage(new BufferedImage(SIZE, SIZE, BufferedImage.TYPE_INT_ARGB), null, null), param);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    private static byte[] chunk(String type, byte[] data) {
        var content = joined(ascii(type), data);
        var sum = new CRC32();
        sum.update(content);
        return joined(number(data.length), content, number((int) sum.getValue()));
    }

    private static byte[] segment(int marker, byte[] data) {
        var length = data.length + 2;
        return joined(new byte[] {(byte) 0xFF, (byte) marker, (byte) (length >> 8), (byte) length}, data);
    }

    private static byte[] number(int value) {
        return new byte[] {(byte) (value >> 24), (byte) (value >> 16), (byte) (value >> 8), (byte) value};
    }

    private static byte[] inserted(byte[] file, int at, byte[] part) {
        var before = Arrays.copyOf(file, at);
        return joined(before, part, Arrays.copyOfRange(file, at, file.length));
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] joined(byte[]... parts) {
        try (var all = new ByteArrayOutputStream()) {
            for (var part : parts) {
                all.write(part);
            }
            return all.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
