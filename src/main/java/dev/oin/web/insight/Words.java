package dev.oin.web.insight;

import dev.oin.submission.SubmissionKind;
import dev.oin.web.frame.Times;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** The words of the managers' pages. */
final class Words {

    private static final Times TIMES = new Times(ZoneOffset.UTC, Clock.systemUTC());

    private Words() {}

    static String duration(@Nullable Duration duration) {
        return duration == null ? "-" : TIMES.duration(duration);
    }

    static String turn(String waitsFor) {
        return switch (waitsFor) {
            case "TEAM" -> "OIN team";
            case "ISV" -> "ISV";
            default -> "Pipeline";
        };
    }

    static String phase(String state) {
        return switch (state) {
            case "INITIAL_REVIEW" -> "Initial review";
            case "ISV_REVIEW" -> "ISV, issues of the initial review";
            case "QA_TESTING" -> "QA testing";
            case "ISV_FIX" -> "ISV, bugs from QA";
            case "FINAL_REVIEW" -> "Final review";
            case "CATALOG_REVIEW" -> "Catalog review";
            case "PUBLISHING" -> "Publishing";
            case "PUBLISHED" -> "From handing in to publication";
            case "WITHDRAWN" -> "From handing in to withdrawal";
            case "REJECTED" -> "From handing in to rejection";
            case "IN_REVIEW" -> "Under review";
            case String other -> other;
        };
    }

    static String kind(SubmissionKind kind) {
        return switch (kind) {
            case NEW -> "New";
            case FUNCTIONAL -> "Functional update";
            case CATALOG -> "Catalog-only update";
        };
    }

    static String count(int number, String one, String many) {
        return number + " " + (number == 1 ? one : many);
    }

    static String period(int days) {
        return "the last %d days".formatted(days);
    }
}
