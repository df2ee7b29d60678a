package dev.oin.web.api;

import dev.oin.account.Account;
import dev.oin.account.Accounts;
import dev.oin.account.Caller;
import dev.oin.kernel.AccountId;
import dev.oin.kernel.IntegrationId;
import dev.oin.kernel.Protocol;
import dev.oin.kernel.SubmissionId;
import dev.oin.review.ReviewItem;
import dev.oin.review.ReviewPhase;
import dev.oin.review.ReviewQueue;
import dev.oin.submission.SubmissionState;
import dev.oin.web.problems.FieldError;
import dev.oin.web.problems.Problems;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code /reviews}: the team's queue, by due date. */
@RestController
@RequestMapping("/api/v1/reviews")
class QueueCalls {

    private final ReviewQueue queue;
    private final Accounts accounts;
    private final Clock clock;

    QueueCalls(ReviewQueue queue, Accounts accounts, Clock clock) {
        this.queue = queue;
        this.accounts = accounts;
        this.clock = clock;
    }

    @GetMapping
    ResponseEntity<Object> list(
            Caller caller,
            @RequestParam(required = false) @Nullable String phase,
            @RequestParam(required = false) @Nullable String assignee,
            @RequestParam(defaultValue = "false") boolean overdue,
            @RequestParam(required = false) @Nullable Protocol protocol,
            @RequestParam(defaultValue = "") String query,
            Paging paging) {
        if (!caller.isStaff()) {
            return Problems.forbidden("The queue is the team's.").answer();
        }
        var wanted = phase == null || phase.isBlank() ? Optional.<ReviewPhase>empty() : phase(phase);
        if (phase != null && !phase.isBlank() && wanted.isEmpty()) {
            return unknown("phase", "One of: " + Arrays.toString(ReviewPhase.values()));
        }
        var unclaimed = "none".equals(assignee);
        var holder = assignee == null || assignee.isBlank() || unclaimed
                ? Optional.<AccountId>empty()
                : holder(assignee, caller);
        if (assignee != null && !assignee.isBlank() && !unclaimed && holder.isEmpty()) {
            return unknown("assignee", "An analyst's e-mail address, me, or none.");
        }
        var filter = new ReviewQueue.Filter(
                wanted.orElse(null), holder.orElse(null), unclaimed, overdue ? clock.instant() : null, protocol, query);
        var addresses = accounts.staff().stream().collect(Collectors.toMap(Account::id, Account::email));
        var items = queue.list(filter, paging.size(), (int) paging.offset()).stream()
                .map(item -> show(item, addresses))
                .toList();
        return ResponseEntity.ok(new Page<>(items, paging.page(), paging.size(), queue.count(filter)));
    }

    private static ResponseEntity<Object> unknown(String parameter, String expected) {
        return Problems.unacceptable(
                        "%s is not in its list.".formatted(parameter),
                        List.of(new FieldError(parameter, parameter + ".list", expected)))
                .answer();
    }

    /** By its own name, or by that of the submission's state. */
    private static Optional<ReviewPhase> phase(String name) {
        return Arrays.stream(ReviewPhase.values())
                .filter(phase ->
                        phase.name().equals(name) || phase.state().name().equals(name))
                .findFirst();
    }

    private Optional<AccountId> holder(String name, Caller caller) {
        return name.equals("me")
                ? Optional.of(caller.account())
                : accounts.findByEmail(name).map(Account::id);
    }

    private QueueItem show(ReviewItem item, Map<AccountId, String> addresses) {
        var subject = item.subject();
        return new QueueItem(
                item.submission(),
                subject.integration(),
                subject.name(),
                subject.organizationName(),
                item.phase(),
                item.phase().state(),
                item.task() == null ? "automatedChecks" : item.task(),
                item.assignee() == null ? null : addresses.get(item.assignee()),
                item.enteredAt(),
                item.dueAt(),
                item.isOverdue(clock.instant()),
                item.round(),
                subject.version(),
                EnumSet.copyOf(subject.protocols()),
                subject.because());
    }

    record QueueItem(
            SubmissionId submissionId,
            IntegrationId integrationId,
            String name,
            String organization,
            ReviewPhase phase,
            SubmissionState state,
            String task,
            @Nullable String assignee,
            Instant enteredAt,
            Instant dueAt,
            boolean overdue,
            int round,
            @Nullable Integer version,
            Set<Protocol> protocols,
            List<String> because) {}
}
