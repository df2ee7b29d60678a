package dev.oin.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MailPreviewsTest {

    private static final ReviewProperties PROPERTIES = new ReviewProperties(
            URI.create("https://oin.test"),
            ZoneOffset.UTC,
            LocalTime.of(17, 0),
            Set.of(),
            List.of(),
            "the OIN team",
            "questions@oin.test",
            "status@oin.test",
            Duration.ofDays(30),
            ReviewProperties.Days.standard());

    private final List<MailPreviews.Preview> previews = new MailPreviews(
                    new LayOutMail(PROPERTIES),
                    PROPERTIES,
                    Clock.fixed(Instant.parse("2026-11-24T12:00:00Z"), ZoneOffset.UTC))
            .all();

    @Test
    void there_is_a_preview_of_every_mail() {
        assertThat(previews)
                .extracting(MailPreviews.Preview::code)
                .contains(
                        "M1", "M1b", "M1c", "M2", "M3", "M4", "M5", "M5b", "M6", "M6b", "M7", "M8", "M8b", "M9", "M10",
                        "M11", "M12");
    }

    @Test
    void each_has_a_subject_a_text_and_an_html_part_with_the_same_link() {
        assertThat(previews).allSatisfy(mail -> {
            assertThat(mail.subject()).startsWith("Acme HR: ").endsWith("]").doesNotContain("\n");
            assertThat(mail.text()).contains("https://oin.test/").doesNotContain("null");
            assertThat(mail.html()).contains("https://oin.test/").doesNotContain("null");
        });
    }
}
