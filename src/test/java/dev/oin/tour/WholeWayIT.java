package dev.oin.tour;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How much work it is for an ISV to hand in an integration with OIDC, SCIM and Universal Logout, and an update of it, with the pages alone. */
@Tag("journey")
class WholeWayIT {

    private static final String ISV = "ada@acme.test";

    /** What a person takes who knows what to enter, without waiting for runs. */
    private static final Duration CLICK = Duration.ofSeconds(4);

    private static final Duration FIELD = Duration.ofSeconds(10);
    private static final Duration AIM = Duration.ofMinutes(10);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path directory;

    @Test
    void from_nothing_to_submitted_and_through_an_update_of_the_published_one() throws Exception {
        try (var product = RunningProduct.in(directory);
                var people = new People(product.address())) {
            var isv = people.signedIn(ISV, product.password(ISV));
            var way = new WholeWay(product, isv, directory);
            isv.reads("Your OIN Integrations");

            way.fromNothingToSubmitted();
            assertIsQuick("From nothing to submitted", isv);
            assertThat(product.tour("review", way.submission()))
                    .as(product.log("tour"))
                    .isZero();
            isv.startCounting();
            way.updateThePublishedOne();
            assertIsQuick("An update of the published one", isv);
        }
    }

    private static void assertIsQuick(String what, Person isv) {
        var byHand = CLICK.multipliedBy(isv.clicks()).plus(FIELD.multipliedBy(isv.fields()));
        System.out.printf(
                "%s: %d clicks, %d fields; %s at %s a click and %s a field%n",
                what, isv.clicks(), isv.fields(), byHand, CLICK, FIELD);
        assertThat(byHand).as(what).isLessThan(AIM);
    }
}
