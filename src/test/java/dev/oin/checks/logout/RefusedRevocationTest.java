package dev.oin.checks.logout;

import static org.assertj.core.api.Assertions.assertThat;

import dev.oin.checks.Outcome;
import dev.oin.checks.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RefusedRevocationTest {

    @Test
    void another_success_is_wrong_and_no_refusal() {
        assertThat(RefusedRevocation.isTaken(204)).isTrue();
        assertThat(RefusedRevocation.isTaken(200)).isTrue();
        assertThat(RefusedRevocation.isTaken(302)).isFalse();
        assertThat(RefusedRevocation.isTaken(500)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "200, Answer 204",
        "302, by POST",
        "400, sub_id",
        "401, Compare what the app expects",
        "404, Look the person up",
        "500, app's log"
    })
    void the_remedy_is_that_of_the_status(int status, String remedy) {
        var outcome = RefusedRevocation.outcome(status);

        assertThat(outcome.verdict()).isEqualTo(Verdict.FAILED);
        assertThat(((Outcome.Failed) outcome).remedy()).contains(remedy);
        assertThat(outcome.observed()).contains("status " + status);
    }
}
