package dev.oin.web.api;

import dev.oin.account.Caller;
import dev.oin.account.StaffRole;
import dev.oin.insight.CycleTime;
import dev.oin.insight.CycleTimes;
import dev.oin.insight.Throughput;
import dev.oin.insight.WaitingNow;
import dev.oin.web.insight.InsightQuery;
import dev.oin.web.insight.ItemsBehind;
import dev.oin.web.problems.FieldError;
import dev.oin.web.problems.Problems;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code /insight/**}: the numbers of the managers' pages, and the items behind each. */
@RestController
@RequestMapping("/api/v1/insight")
class InsightCalls {

    private static final Set<StaffRole> READERS =
            Set.of(StaffRole.MANAGER, StaffRole.LEAD, StaffRole.ADMIN, StaffRole.AUDITOR);

    private final WaitingNow waiting;
    private final CycleTimes times;
    private final Throughput throughput;
    private final ItemsBehind items;

    InsightCalls(WaitingNow waiting, CycleTimes times, Throughput throughput, ItemsBehind items) {
        this.waiting = waiting;
        this.times = times;
        this.throughput = throughput;
        this.items = items;
    }

    @GetMapping("/waiting")
    ResponseEntity<Object> waiting(Caller caller, @RequestParam Map<String, String> parameters) {
        return answer(
                caller,
                parameters,
                query -> Map.of(
                        "elements", waiting.atElements(query.slice()), "phases", waiting.inPhases(query.slice())));
    }

    @GetMapping("/process")
    ResponseEntity<Object> process(Caller caller, @RequestParam Map<String, String> parameters) {
        return answer(
                caller, parameters, query -> Map.of("days", query.days(), "elements", times.atElements(query.slice())));
    }

    @GetMapping("/flow")
    ResponseEntity<Object> flow(Caller caller, @RequestParam Map<String, String> parameters) {
        return answer(
                caller,
                parameters,
                query -> Map.of(
                        "days", query.days(),
                        "weeks", throughput.weeks(query.slice()),
                        "phases", times.inPhases(query.slice())));
    }

    @GetMapping("/promises")
    ResponseEntity<Object> promises(Caller caller, @RequestParam Map<String, String> parameters) {
        return answer(
                caller,
                parameters,
                query -> Map.of(
                        "days",
                        query.days(),
                        "phases",
                        times.inPhases(query.slice()).stream()
                                .filter(time -> time.promised() > 0)
                                .map(Kept::of)
                                .toList()));
    }

    @GetMapping("/items")
    ResponseEntity<Object> items(Caller caller, @RequestParam Map<String, String> parameters, Paging paging) {
        return answer(caller, parameters, query -> Page.of(items.list(query), paging));
    }

    private static ResponseEntity<Object> answer(
            Caller caller, Map<String, String> parameters, Function<InsightQuery, Object> body) {
        if (caller.staffRoles().stream().noneMatch(READERS::contains)) {
            return Problems.forbidden("The numbers are for managers, leads, administrators and auditors.")
                    .answer();
        }
        var query = InsightQuery.of(parameters);
        var unknown = query.ignored(parameters);
        return unknown.isEmpty()
                ? ResponseEntity.ok(body.apply(query))
                : Problems.unacceptable(
                                "A parameter is not in its list.",
                                unknown.stream()
                                        .map(name -> new FieldError(name, name + ".list", "A value this page offers."))
                                        .toList())
                        .answer();
    }

    record Kept(String phase, int promised, int onTime, int percent) {

        static Kept of(CycleTime time) {
            var percent = time.onTimePercent();
            return new Kept(time.element(), time.promised(), time.onTime(), percent == null ? 0 : percent);
        }
    }
}
