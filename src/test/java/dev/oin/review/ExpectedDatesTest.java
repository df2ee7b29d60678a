package dev.oin.review;

import static dev.oin.kernel.Protocol.OIDC;
import static dev.oin.kernel.Protocol.SAML;
import static dev.oin.kernel.Protocol.SCIM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.oin.kernel.Protocol;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ExpectedDatesTest {

    private final ExpectedDates dates = new ExpectedDates(
            new BusinessCalendar(ZoneOffset.UTC, LocalTime.of(17, 0), Set.of()), ReviewProperties.Days.standard());

    static Stream<Arguments> promises() {
        return Stream.of(
                arguments(ReviewPhase.INITIAL, Set.of(SAML, SCIM), 5),
                arguments(ReviewPhase.QA, Set.of(SAML), 5),
                arguments(ReviewPhase.QA, Set.of(SAML, SCIM), 8),
                arguments(ReviewPhase.QA, Set.of(SAML, OIDC), 7),
                arguments(ReviewPhase.QA, Set.of(SAML, OIDC, SCIM), 10),
                arguments(ReviewPhase.FINAL, Set.of(SAML, SCIM), 3),
                arguments(ReviewPhase.CATALOG, Set.of(SAML), 2));
    }

    @ParameterizedTest
    @MethodSource("promises")
    void promises_working_days_by_phase_and_protocols(ReviewPhase phase, Set<Protocol> protocols, int days) {
        assertThat(dates.workingDays(phase, protocols)).isEqualTo(days);
    }
}
