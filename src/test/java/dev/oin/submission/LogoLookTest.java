package dev.oin.submission;

import static org.assertj.core.api.Assertions.assertThat;

import dev.oin.kernel.Problem;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class LogoLookTest {

    @Test
    void an_icon_on_a_transparent_ground_is_as_wanted() {
        assertThat(look(pen -> pen.fillOval(40, 40, 120, 120))).isEqualTo(new LogoLook(true, false));
    }

    @Test
    void a_filled_ground_is_seen_IR_LG_5() {
        assertThat(look(pen -> pen.fillRect(0, 0, 200, 200))).isEqualTo(new LogoLook(false, false));
    }

    @Test
    void rounded_corners_are_seen_transparent_or_white_IR_LG_6() {
        assertThat(look(pen -> pen.fillRoundRect(0, 0, 200, 200, 60, 60)).rounded())
                .isTrue();
        assertThat(look(pen -> {
                            pen.setColor(Color.WHITE);
                            pen.fillRect(0, 0, 200, 200);
                            pen.setColor(Color.BLUE);
                            pen.fillRoundRect(0, 0, 200, 200, 60, 60);
                        })
                        .rounded())
                .isTrue();
    }

    @Test
    void what_was_seen_is_a_warning_at_the_logo() {
        var content = PageFixture.pages().content();
        var filled = new Content(
                content.protocols(),
                content.configuration(),
                new Logo("0", "image/png", 200, 200, 100, false, true),
                content.testInformation());

        var problems = CrossRules.problems(filled, new FieldValues(filled));

        assertThat(problems).extracting(Problem::rule).containsExactly("IR-LG-5", "IR-LG-6");
        assertThat(problems).noneMatch(Problem::isError);
    }

    private static LogoLook look(Consumer<Graphics2D> drawing) {
        var picture = new BufferedImage(200, 200, BufferedImage.TYPE_INT_ARGB);
        var pen = picture.createGraphics();
        pen.setColor(Color.BLUE);
        drawing.accept(pen);
        pen.dispose();
        return LogoLook.of(picture);
    }
}
