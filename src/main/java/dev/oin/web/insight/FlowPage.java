package dev.oin.web.insight;

import java.util.List;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** {@code /insight/flow}: throughput by week and cycle time by phase. */
@Controller
class FlowPage {

    private final FlowViews views;
    private final ItemViews items;

    FlowPage(FlowViews views, ItemViews items) {
        this.views = views;
        this.items = items;
    }

    @GetMapping("/insight/flow")
    String flow(@RequestParam Map<String, String> parameters, Model page) {
        var query = InsightQuery.of(parameters);
        page.addAttribute("flow", views.show(query));
        page.addAttribute("items", items.show(query));
        InsightFrame.around(page, query, "/insight/flow", "Flow");
        page.addAttribute("scripts", List.of("/webjars/chart.js/dist/chart.umd.min.js", "/js/insight-charts.js"));
        page.addAttribute("sheets", List.of("/css/insight.css"));
        return "insight/flow";
    }

    @GetMapping("/insight/flow.csv")
    ResponseEntity<String> csv(@RequestParam Map<String, String> parameters) {
        var rows = views.show(InsightQuery.of(parameters)).phases().stream()
                .map(row -> List.of(row.name(), row.turn(), "" + row.count(), row.median(), row.p85()))
                .toList();
        return Csv.answer("phases", List.of("phase", "clock", "ended", "median", "P85"), rows);
    }
}
