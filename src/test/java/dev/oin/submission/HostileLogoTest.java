package dev.oin.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import com.sun.management.ThreadMXBean;
import dev.oin.kernel.Problem;
import dev.oin.submission.LogoImage.Reading;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class HostileLogoTest {

    private static final long MOST_MEMORY = 64L * 1024 * 1024;

    static Stream<Arguments> refused() throws IOException {
        return LogoUploads.refused().entrySet().stream().map(named -> Arguments.of(named.getKey(), named.getValue()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refused")
    void is_refused_by_its_rule_in_little_memory(String name, LogoUploads.Upload upload) {
        var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        var memory = threads.getCurrentThreadAllocatedBytes();

        var reading = LogoImage.read(upload.bytes());

        assertThat(threads.getCurrentThreadAllocatedBytes() - memory).isLessThan(MOST_MEMORY);
        assertThat(reading)
                .isInstanceOfSatisfying(
                        Reading.Unfit.class, unfit -> assertThat(unfit.rule()).isEqualTo(upload.rule()));
    }

    @Test
    void a_preview_says_the_same_as_an_upload_and_shows_nothing_of_what_is_refused() throws IOException {
        var refused = PreviewLogo.at(LogoUploads.animated(3));
        var shown = PreviewLogo.at(LogoImage.png(new BufferedImage(200, 200, BufferedImage.TYPE_INT_RGB)));

        assertThat(refused.png()).isNull();
        assertThat(refused.problems())
                .extracting(Problem::message)
                .containsExactly("The logo is animated. Save it as a single picture.");
        assertThat(shown.png()).isNotNull();
        assertThat(shown.problems()).extracting(Problem::rule).containsExactly("IR-LG-5");
        assertThat(PreviewLogo.at(new byte[1_048_576]).problems())
                .extracting(Problem::message)
                .containsExactly("The file is too large: it must be below 1 MB.");
        assertThat(PreviewLogo.at("<svg/>".getBytes(StandardCharsets.UTF_8)).problems())
                .extracting(Problem::message)
                .containsExactly("The file is no PNG, JPG or GIF image.");
    }

    @Test
    void print_colours_and_movement_are_told_apart_from_damage() throws IOException {
        assertThat(LogoImage.read(LogoUploads.cmyk()))
                .hasToString(unfit("The logo's colours are made for print (CMYK). Save it in RGB."));
        assertThat(LogoImage.read(LogoUploads.animated(2)))
                .hasToString(unfit("The logo is animated. Save it as a single picture."));
    }

    @Test
    void where_a_photograph_was_taken_is_not_kept() throws IOException {
        var upload = LogoUploads.withPlace("GPS 52.5 N 13.4 E");

        var decoded = (Reading.Decoded) LogoImage.read(upload);

        assertThat(new String(upload, StandardCharsets.ISO_8859_1)).contains("GPS 52.5 N");
        assertThat(new String(decoded.png(), StandardCharsets.ISO_8859_1)).doesNotContain("GPS", "Exif");
    }

    @Test
    void a_moving_png_keeps_its_still_picture() throws IOException {
        var decoded = (Reading.Decoded) LogoImage.read(LogoUploads.withMovement());

        assertThat(new String(decoded.png(), StandardCharsets.ISO_8859_1)).doesNotContain("acTL");
    }

    @ParameterizedTest
    @MethodSource("rare")
    void rare_but_sound_pictures_are_drawn_anew(byte[] upload) {
        var decoded = (Reading.Decoded) LogoImage.read(upload);

        assertThatNoException().isThrownBy(() -> ImageIO.read(new ByteArrayInputStream(decoded.png())));
    }

    static Stream<byte[]> rare() throws IOException {
        return Stream.of(
                LogoUploads.interlaced(),
                LogoImage.png(new BufferedImage(200, 200, BufferedImage.TYPE_USHORT_GRAY)),
                LogoImage.png(new BufferedImage(200, 200, BufferedImage.TYPE_BYTE_BINARY)));
    }

    private static String unfit(String message) {
        return new Reading.Unfit("IR-LG-1", message).toString();
    }
}
