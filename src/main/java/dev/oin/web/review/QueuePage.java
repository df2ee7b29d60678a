package dev.oin.web.review;

import dev.oin.account.Caller;
import dev.oin.review.ReviewPhase;
import dev.oin.review.ReviewQueue;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** {@code /review}: what waits for the team, by due date. */
@Controller
class QueuePage {

    private static final int SIZE = 100;

    private final ReviewQueue queue;
    private final QueueRowViews rows;
    private final Clock clock;

    QueuePage(ReviewQueue queue, QueueRowViews rows, Clock clock) {
        this.queue = queue;
        this.rows = rows;
        this.clock = clock;
    }

    @GetMapping("/review")
    String queue(
            Caller caller,
            @RequestParam(defaultValue = "all") String show,
            @RequestParam(required = false) @Nullable ReviewPhase phase,
            @RequestParam(defaultValue = "") String q,
            Model model) {
        var found = queue.list(filter(show, phase, caller), SIZE, 0).stream()
                .map(item -> rows.show(item, caller))
                .filter(row -> row.mentions(q))
                .toList();
        model.addAttribute("rows", found);
        model.addAttribute("filters", filters(caller, show));
        model.addAttribute("phases", ReviewPhase.values());
        model.addAttribute("phase", phase);
        model.addAttribute("show", show);
        model.addAttribute("query", q);
        model.addAttribute(
                "next", found.stream().filter(QueueRow::isClaimable).findFirst().orElse(null));
        return "review/queue";
    }

    private ReviewQueue.Filter filter(String show, @Nullable ReviewPhase phase, Caller caller) {
        return switch (show) {
            case "mine" -> new ReviewQueue.Filter(phase, caller.account(), false, null);
            case "unclaimed" -> new ReviewQueue.Filter(phase, null, true, null);
            case "late" -> new ReviewQueue.Filter(phase, null, false, clock.instant());
            default -> new ReviewQueue.Filter(phase, null, false, null);
        };
    }

    private List<FilterLink> filters(Caller caller, String here) {
        return List.of(
                link("all", "All", here, caller),
                link("mine", "Mine", here, caller),
                link("unclaimed", "Unclaimed", here, caller),
                link("late", "Late", here, caller));
    }

    private FilterLink link(String show, String name, String here, Caller caller) {
        return new FilterLink("/review?show=" + show, name, queue.count(filter(show, null, caller)), show.equals(here));
    }

    record FilterLink(String path, String name, int count, boolean here) {}
}
