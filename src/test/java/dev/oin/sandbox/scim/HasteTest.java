package dev.oin.sandbox.scim;

import static org.assertj.core.api.Assertions.assertThat;

import dev.oin.kernel.InstanceId;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class HasteTest {

    private final InstanceId app = new InstanceId(new UUID(0, 1));
    private final InstanceId other = new InstanceId(new UUID(0, 2));

    @Test
    void the_calls_of_a_page_share_a_few_seconds_for_each_app() {
        var haste = Haste.ofPage();

        assertThat(haste.patience(app).pause().test(Duration.ofMillis(20))).isTrue();
        assertThat(haste.patience(app).pause().test(Duration.ofMillis(10))).isTrue();

        assertThat(haste.patience(app).most()).isEqualTo(Patience.BRIEF.most().minusMillis(30));
        assertThat(haste.patience(other).most()).isEqualTo(Patience.BRIEF.most());
    }

    @Test
    void an_app_that_is_busy_to_the_end_is_left_alone_and_others_are_not() {
        var haste = Haste.ofPage();

        assertThat(haste.givesUp(app)).isTrue();

        assertThat(haste.leavesAlone(app)).isTrue();
        assertThat(haste.leavesAlone(other)).isFalse();
    }

    @Test
    void a_run_waits_for_each_call_as_long_as_the_app_asks() {
        var haste = Haste.none();

        assertThat(haste.givesUp(app)).isFalse();

        assertThat(haste.leavesAlone(app)).isFalse();
        assertThat(haste.patience(app)).isEqualTo(Patience.USUAL);
    }
}
