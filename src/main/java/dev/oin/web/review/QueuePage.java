package dev.oin.web.review;

import dev.oin.account.Accounts;
import dev.oin.account.Caller;
import dev.oin.kernel.Protocol;
import dev.oin.review.Absences;
import dev.oin.review.BalanceReviews;
import dev.oin.review.ReviewPhase;
import dev.oin.review.ReviewQueue;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/** {@code /review}: what waits for the team, by due date. */
@Controller
class QueuePage {

    private static final int SIZE = 25;

    private final ReviewQueue queue;
    private final QueueRowViews rows;
    private final BalanceReviews balance;
    private final Absences absences;
    private final Accounts accounts;
    private final Clock clock;

    QueuePage(
            ReviewQueue queue,
            QueueRowViews rows,
            BalanceReviews balance,
            Absences absences,
            Accounts accounts,
            Clock clock) {
        this.queue = queue;
        this.rows = rows;
        this.balance = balance;
        this.absences = absences;
        this.accounts = accounts;
        this.clock = clock;
    }

    @GetMapping("/review")
    String queue(
            Caller caller,
            @RequestParam(defaultValue = "all") String show,
            @RequestParam(required = false) @Nullable ReviewPhase phase,
            @RequestParam(required = false) @Nullable Protocol protocol,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "0") int page,
            Model model) {
        var filter = filter(show, phase, protocol, q, caller);
        var at = Math.max(0, page);
        var names = Names.ofTeam(accounts);
        var found = queue.list(filter, SIZE + 1, at * SIZE);
        var shown = found.stream()
                .limit(SIZE)
                .map(item -> rows.show(item, names, caller))
                .toList();
        model.addAttribute("rows", shown);
        model.addAttribute("filters", filters(caller, show, phase, protocol));
        model.addAttribute("phases", ReviewPhase.values());
        model.addAttribute("phase", phase);
        model.addAttribute("protocols", Protocol.values());
        model.addAttribute("protocol", protocol);
        model.addAttribute("show", show);
        model.addAttribute("query", q);
        model.addAttribute("narrowed", !show.equals("all") || phase != null || protocol != null || !q.isBlank());
        model.addAttribute("here", link(show, phase, protocol, q, at));
        model.addAttribute("earlier", at > 0 ? link(show, phase, protocol, q, at - 1) : null);
        model.addAttribute("later", found.size() > SIZE ? link(show, phase, protocol, q, at + 1) : null);
        model.addAttribute(
                "next", shown.stream().filter(QueueRow::isClaimable).findFirst().orElse(null));
        model.addAttribute("reviewer", caller.isAnalyst());
        model.addAttribute("lead", caller.isLead());
        model.addAttribute("me", caller.account());
        model.addAttribute("loads", balance.loads());
        model.addAttribute(
                "absences",
                absences.comingUp().stream()
                        .map(away -> new Away(away, names.of(away.account())))
                        .toList());
        return "review/queue";
    }

    private ReviewQueue.Filter filter(
            String show, @Nullable ReviewPhase phase, @Nullable Protocol protocol, String words, Caller caller) {
        return new ReviewQueue.Filter(
                phase,
                show.equals("mine") ? caller.account() : null,
                show.equals("unclaimed"),
                show.equals("late") ? clock.instant() : null,
                protocol,
                words);
    }

    private List<FilterLink> filters(
            Caller caller, String here, @Nullable ReviewPhase phase, @Nullable Protocol protocol) {
        var counts = queue.counts(caller.account(), clock.instant());
        return List.of(
                new FilterLink(link("all", phase, protocol, "", 0), "All", counts.all(), here.equals("all")),
                new FilterLink(link("mine", phase, protocol, "", 0), "Mine", counts.mine(), here.equals("mine")),
                new FilterLink(
                        link("unclaimed", phase, protocol, "", 0),
                        "Unclaimed",
                        counts.unclaimed(),
                        here.equals("unclaimed")),
                new FilterLink(link("late", phase, protocol, "", 0), "Late", counts.late(), here.equals("late")));
    }

    private static String link(
            String show, @Nullable ReviewPhase phase, @Nullable Protocol protocol, String words, int page) {
        var link = UriComponentsBuilder.fromPath("/review").queryParam("show", show);
        if (phase != null) {
            link.queryParam("phase", phase);
        }
        if (protocol != null) {
            link.queryParam("protocol", protocol);
        }
        if (!words.isBlank()) {
            link.queryParam("q", "{words}");
        }
        if (page > 0) {
            link.queryParam("page", page);
        }
        return words.isBlank()
                ? link.build().toUriString()
                : link.encode().buildAndExpand(words).toUriString();
    }

    record FilterLink(String path, String name, int count, boolean here) {}

    record Away(Absences.Absence absence, String name) {}
}
