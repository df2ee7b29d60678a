package dev.oin.review;

import java.util.List;
import java.util.stream.Stream;

/** The checklist of the initial review (review-process 9.1). */
final class InitialReviewItems {

    static final List<ChecklistItem> ALL = Stream.of(CatalogItems.ALL, ProtocolItems.ALL, AccessItems.ALL)
            .flatMap(List::stream)
            .toList();

    private InitialReviewItems() {}
}
