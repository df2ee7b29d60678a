package dev.oin.tour;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A newcomer's first command: the sample integration reaches the catalog twice without a person. */
class TourIT {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path directory;

    @Test
    void the_tour_publishes_twice_without_a_person() throws Exception {
        try (var product = RunningProduct.in(directory)) {
            var status = product.startTour().waitFor();

            var output = product.log("tour");
            System.out.println(output);
            assertThat(status).as(output).isZero();
            assertThat(output).contains("Published twice");
        }
    }
}
