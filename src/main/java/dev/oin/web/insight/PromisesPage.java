package dev.oin.web.insight;

import java.util.List;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** {@code /insight/promises}: how often promised dates were kept, and what is late. */
@Controller
class PromisesPage {

    private final PromiseViews views;
    private final ItemViews items;

    PromisesPage(PromiseViews views, ItemViews items) {
        this.views = views;
        this.items = items;
    }

    @GetMapping("/insight/promises")
    String promises(@RequestParam Map<String, String> parameters, Model page) {
        var query = InsightQuery.of(parameters);
        page.addAttribute("promises", views.show(query));
        page.addAttribute("items", items.show(query));
        page.addAttribute("overdue", items.show(query.opening(ItemSet.OVERDUE, null, null)));
        InsightFrame.around(page, query, "/insight/promises", "Promises");
        page.addAttribute("sheets", List.of("/css/insight.css"));
        return "insight/promises";
    }

    @GetMapping("/insight/promises.csv")
    ResponseEntity<String> csv(@RequestParam Map<String, String> parameters) {
        var rows = views.show(InsightQuery.of(parameters)).phases().stream()
                .map(row -> List.of(row.name(), "" + row.promised(), "" + row.kept(), "" + row.missed(), row.rate()))
                .toList();
        return Csv.answer("promises", List.of("phase", "promised", "kept", "missed", "on time"), rows);
    }
}
