package dev.oin.submission;

import static org.assertj.core.api.Assertions.assertThat;

import dev.oin.submission.LogoImage.Reading;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LogoImageTest {

    @ParameterizedTest
    @CsvSource({"png, 200, 200", "jpg, 244, 244", "gif, 244, 156", "png, 156, 244"})
    void an_image_of_an_allowed_size_is_drawn_anew(String format, int width, int height) throws IOException {
        var reading = LogoImage.read(image(format, width, height));

        assertThat(reading).isInstanceOfSatisfying(Reading.Decoded.class, decoded -> {
            assertThat(decoded.width()).isEqualTo(width);
            assertThat(decoded.height()).isEqualTo(height);
            assertThat(new String(decoded.png(), 1, 3, StandardCharsets.US_ASCII))
                    .isEqualTo("PNG");
        });
    }

    @ParameterizedTest
    @CsvSource({"199, 200", "201, 200", "200, 201", "300, 300", "1, 1", "244, 200"})
    void another_size_is_refused_by_its_rule(int width, int height) throws IOException {
        var reading = LogoImage.read(image("png", width, height));

        assertThat(reading).isInstanceOfSatisfying(Reading.Unfit.class, unfit -> {
            assertThat(unfit.rule()).isEqualTo("IR-LG-2");
            assertThat(unfit.message()).contains(width + " x " + height);
        });
    }

    @Test
    void a_huge_picture_in_few_bytes_is_refused_before_its_pixels_are_read() throws IOException {
        assertThat(LogoImage.read(image("png", 8_000, 4_000))).isInstanceOf(Reading.Unfit.class);
    }

    @Test
    void what_hangs_behind_the_picture_is_not_kept() throws IOException {
        var picture = image("png", 200, 200);
        var script = "<script>alert(1)</script>".getBytes(StandardCharsets.US_ASCII);
        var upload = Arrays.copyOf(picture, picture.length + script.length);
        System.arraycopy(script, 0, upload, picture.length, script.length);

        var reading = LogoImage.read(upload);

        assertThat(reading)
                .isInstanceOfSatisfying(
                        Reading.Decoded.class,
                        decoded -> assertThat(new String(decoded.png(), StandardCharsets.ISO_8859_1))
                                .doesNotContain("script"));
    }

    @Test
    void a_damaged_picture_is_refused() throws IOException {
        var picture = image("png", 200, 200);

        var reading = LogoImage.read(Arrays.copyOf(picture, 60));

        assertThat(reading)
                .isInstanceOfSatisfying(
                        Reading.Unfit.class, unfit -> assertThat(unfit.rule()).isEqualTo("IR-LG-1"));
    }

    @Test
    void other_files_are_no_images() {
        assertThat(LogoImage.read("<svg xmlns='http://www.w3.org/2000/svg'/>".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(Reading.NotAnImage.class);
        assertThat(LogoImage.read(new byte[0])).isInstanceOf(Reading.NotAnImage.class);
        assertThat(LogoImage.read("RIFF0000WEBP".getBytes(StandardCharsets.US_ASCII)))
                .isInstanceOf(Reading.NotAnImage.class);
    }

    @Test
    void a_megabyte_is_too_large_and_a_byte_less_is_looked_at() {
        assertThat(LogoImage.read(new byte[LogoImage.MOST_BYTES + 1])).isInstanceOf(Reading.TooLarge.class);
        assertThat(LogoImage.read(new byte[LogoImage.MOST_BYTES])).isInstanceOf(Reading.NotAnImage.class);
    }

    @Test
    void the_picture_stays_the_same() throws IOException {
        var upload = new BufferedImage(200, 200, BufferedImage.TYPE_INT_ARGB);
        upload.setRGB(17, 23, 0x80FF0000);

        var decoded = (Reading.Decoded) LogoImage.read(LogoImage.png(upload));

        var kept = ImageIO.read(new ByteArrayInputStream(decoded.png()));
        assertThat(kept.getRGB(17, 23)).isEqualTo(0x80FF0000);
    }

    static byte[] image(String format, int width, int height) throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), format, bytes);
        return bytes.toByteArray();
    }
}
