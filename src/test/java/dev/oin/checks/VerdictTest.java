package dev.oin.checks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class VerdictTest {

    @Test
    void the_worst_result_is_the_runs_verdict() {
        assertThat(Verdict.worstOf(List.of(Verdict.PASSED, Verdict.WARNED))).isEqualTo(Verdict.WARNED);
        assertThat(Verdict.worstOf(List.of(Verdict.WARNED, Verdict.INCONCLUSIVE)))
                .isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(Verdict.worstOf(List.of(Verdict.ERRORED, Verdict.INCONCLUSIVE)))
                .isEqualTo(Verdict.ERRORED);
        assertThat(Verdict.worstOf(List.of(Verdict.ERRORED, Verdict.FAILED))).isEqualTo(Verdict.FAILED);
    }

    @Test
    void what_does_not_apply_does_not_count() {
        assertThat(Verdict.worstOf(List.of(Verdict.NOT_APPLICABLE, Verdict.PASSED)))
                .isEqualTo(Verdict.PASSED);
        assertThat(Verdict.worstOf(List.of())).isEqualTo(Verdict.PASSED);
    }

    @Test
    void the_product_is_never_called_the_apps_failure() {
        assertThatThrownBy(() -> new Outcome.Failed(Fault.PLATFORM, "", "", "")).hasMessageContaining("Errored");
        assertThatThrownBy(() -> new Outcome.Errored(Fault.APP, "", "", "")).hasMessageContaining("Failed");
    }

    @Test
    void a_result_counts_for_48_hours_and_not_a_second_more() {
        var finished = Instant.parse("2026-03-28T12:00:00Z");

        assertThat(Validity.isValid(finished, Instant.parse("2026-03-30T12:00:00Z")))
                .isTrue();
        assertThat(Validity.isValid(finished, Instant.parse("2026-03-30T12:00:01Z")))
                .isFalse();
    }
}
