package dev.oin.web.insight;

import dev.oin.account.Account;
import dev.oin.account.Accounts;
import dev.oin.insight.Stay;
import dev.oin.insight.Stays;
import dev.oin.kernel.AccountId;
import dev.oin.submission.SubmissionKind;
import dev.oin.web.frame.Chip;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Shows the items behind a number, with who holds each. */
@Component
class ItemViews {

    private final ItemsBehind items;
    private final Accounts accounts;
    private final Models models;
    private final Clock clock;

    ItemViews(ItemsBehind items, Accounts accounts, Models models, Clock clock) {
        this.items = items;
        this.accounts = accounts;
        this.models = models;
        this.clock = clock;
    }

    /** The opened items; null where none are opened. */
    @Nullable
    ItemList show(InsightQuery query) {
        if (query.items() == null) {
            return null;
        }
        var names = accounts.staff().stream().collect(Collectors.toMap(Account::id, Account::displayName));
        var rows = items.list(query).stream().map(stay -> row(stay, names)).toList();
        return new ItemList(title(query, query.items()), rows, rows.size() == Stays.MOST);
    }

    private ItemRow row(Stay stay, Map<AccountId, String> names) {
        var labels = new ArrayList<String>();
        stay.protocols().forEach(protocol -> labels.add(protocol.label()));
        labels.add(Words.kind(SubmissionKind.valueOf(stay.kind())));
        labels.add("round " + Math.max(1, stay.round()));
        return new ItemRow(
                "/submissions/" + stay.submission(),
                stay.integration(),
                labels,
                where(stay.process(), stay.element()),
                Words.turn(stay.waitsFor()),
                stay.assignee() == null ? "" : names.getOrDefault(stay.assignee(), "Somebody who left"),
                stay.enteredAt(),
                Words.duration(stay.length(clock.instant())),
                stay.leftAt(),
                stay.leftAt() == null ? stay.dueAt() : stay.promisedAt(),
                chip(stay));
    }

    private @Nullable Chip chip(Stay stay) {
        var due = stay.leftAt() == null ? stay.dueAt() : stay.promisedAt();
        if (due == null) {
            return null;
        }
        var left = Duration.between(stay.leftAt() == null ? clock.instant() : stay.leftAt(), due);
        if (left.isNegative()) {
            return new Chip("bad", "clock", Words.duration(left.negated()) + " late");
        }
        return stay.leftAt() == null
                ? new Chip("neutral", "clock", Words.duration(left) + " left")
                : new Chip("good", "check", "On time");
    }

    String where(String process, String element) {
        return models.find(process).isPresent() ? models.nameOf(process, element) : Words.phase(element);
    }

    private String title(InsightQuery query, ItemSet set) {
        var place = query.process() == null || query.element() == null ? "" : where(query.process(), query.element());
        var when = query.week() == null ? Words.period(query.days()) : "the week of " + query.week();
        return switch (set) {
            case WAITING -> place + ": waiting now";
            case LEFT -> "%s: ended in %s".formatted(place, when);
            case OVERDUE -> "Past their date";
            case SUBMITTED -> "Handed in, " + when;
            case PUBLISHED -> "Published, " + when;
            case CLOSED -> "Withdrawn or rejected, " + when;
            case KEPT -> "%s: ended on time in %s".formatted(place, when);
            case MISSED -> "%s: ended late in %s".formatted(place, when);
        };
    }

    /** The items under a title; cut where there are more than a list holds. */
    record ItemList(String title, List<ItemRow> rows, boolean cut) {}
}
