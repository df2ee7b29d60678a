package dev.oin.review;

import dev.oin.submission.Content;
import dev.oin.submission.SubmissionKind;
import java.util.List;
import java.util.stream.Stream;

/** Which items a phase asks for, by what the submission holds. */
final class ChecklistItems {

    private static final List<String> CATALOG_SECTIONS = List.of("IR-LG-", "IR-NM-", "IR-DS-", "IR-UC-", "IR-SC-");
    private static final List<String> FINAL = List.of("QA-1", "QA-3", "QA-14", "QA-15");

    private ChecklistItems() {}

    static List<ChecklistItem> of(ReviewPhase phase, Content content, SubmissionKind kind) {
        return select(phase, kind).filter(item -> item.applies().test(content)).toList();
    }

    private static Stream<ChecklistItem> select(ReviewPhase phase, SubmissionKind kind) {
        return switch (phase) {
            case INITIAL -> InitialReviewItems.ALL.stream();
            case QA ->
                QaItems.ALL.stream()
                        .filter(item -> !item.id().equals("QA-14"))
                        .filter(item -> !item.id().equals("QA-12") || kind == SubmissionKind.FUNCTIONAL);
            case FINAL -> QaItems.ALL.stream().filter(item -> FINAL.contains(item.id()));
            case CATALOG ->
                InitialReviewItems.ALL.stream()
                        .filter(item -> CATALOG_SECTIONS.stream().anyMatch(item.id()::startsWith));
        };
    }
}
