package dev.oin.review;

import dev.oin.kernel.Protocol;
import java.time.Instant;
import java.util.Set;

/** By when the team promises to be done (review-process 4). */
record ExpectedDates(BusinessCalendar calendar, ReviewProperties.Days days) {

    Instant promise(ReviewPhase phase, Set<Protocol> protocols, Instant from) {
        return calendar.plus(from, workingDays(phase, protocols));
    }

    int workingDays(ReviewPhase phase, Set<Protocol> protocols) {
        return switch (phase) {
            case INITIAL -> days.initial();
            case QA -> days.qa() + forScim(protocols) + forSecondSignOn(protocols);
            case FINAL -> days.finalReview();
            case CATALOG -> days.catalog();
        };
    }

    private int forScim(Set<Protocol> protocols) {
        return protocols.contains(Protocol.SCIM) ? days.qaForScim() : 0;
    }

    private int forSecondSignOn(Set<Protocol> protocols) {
        return Protocol.singleSignOn(protocols).size() > 1 ? days.qaForSecondSignOn() : 0;
    }
}
