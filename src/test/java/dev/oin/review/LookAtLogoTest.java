package dev.oin.review;

import static org.assertj.core.api.Assertions.assertThat;

import dev.oin.review.ChecklistEntry.Result;
import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;

class LookAtLogoTest {

    @Test
    void a_free_standing_icon_has_a_transparent_background() {
        var seen = LookAtLogo.look(drawn(new Ellipse2D.Double(20, 20, 160, 160), Color.BLUE));

        assertThat(seen.get("IR-LG-5").result()).isEqualTo(Result.PASS);
        assertThat(seen.get("IR-LG-6").result()).isNull();
    }

    @Test
    void a_white_background_looks_wrong() {
        var seen = LookAtLogo.look(drawn(new Rectangle2D.Double(0, 0, 200, 200), Color.WHITE));

        assertThat(seen.get("IR-LG-5").result()).isEqualTo(Result.FAIL);
    }

    @Test
    void a_coloured_one_is_left_to_a_person() {
        var seen = LookAtLogo.look(drawn(new Rectangle2D.Double(0, 0, 200, 200), Color.ORANGE));

        assertThat(seen.get("IR-LG-5").result()).isNull();
        assertThat(seen.get("IR-LG-6").result()).isNull();
    }

    @Test
    void rounded_corners_look_wrong() {
        var seen = LookAtLogo.look(drawn(new RoundRectangle2D.Double(0, 0, 200, 200, 60, 60), Color.ORANGE));

        assertThat(seen.get("IR-LG-6").result()).isEqualTo(Result.FAIL);
    }

    private static BufferedImage drawn(Shape shape, Color colour) {
        var image = new BufferedImage(200, 200, BufferedImage.TYPE_INT_ARGB);
        var canvas = image.createGraphics();
        canvas.setColor(colour);
        canvas.fill(shape);
        canvas.dispose();
        return image;
    }
}
