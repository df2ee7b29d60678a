package dev.oin.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ReasonTextTest {

    @Test
    void placeholders_are_filled_in() {
        assertThat(filled("The logo of {name} is wrong. Seen: {seen} Upload another.", "The logo is 300x300."))
                .isEqualTo("The logo of Acme $1 is wrong. Seen: The logo is 300x300. Upload another.");
    }

    @Test
    void an_empty_value_takes_its_introduction_along() {
        assertThat(filled("It fails. Seen: {seen} Steps: ", "")).isEqualTo("It fails. Steps:");
    }

    @Test
    void an_unknown_placeholder_stays_to_be_noticed() {
        assertThat(filled("Use {org}.", "")).isEqualTo("Use {org}.");
    }

    private static String filled(String text, String seen) {
        return new ReasonText(new UUID(0, 1), "IR-LG-2", "Size", text)
                .filled(Map.of("name", "Acme $1", "seen", seen))
                .text();
    }
}
