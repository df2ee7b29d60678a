package dev.oin.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import org.junit.jupiter.api.Test;

class RetriesTest {

    @Test
    void the_pauses_are_those_of_the_models_in_their_order() {
        var pauses = new ArrayList<>();
        var left = Retries.after(null);
        while (left.attempts() > 0) {
            pauses.add(left.pause());
            left = Retries.after(left.attempts());
        }

        assertThat(pauses).isEqualTo(Retries.WAITS);
    }
}
