package dev.oin.web.insight;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** {@code /insight}: the two models as heat maps, and all their elements as a table. */
@Controller
class ProcessPage {

    private static final List<String> COLUMNS = List.of(
            "process",
            "element",
            "name",
            "waiting",
            "late",
            "median age",
            "P85 age",
            "oldest",
            "ended",
            "median",
            "P85");

    private final ProcessViews views;
    private final ItemViews items;
    private final Models models;

    ProcessPage(ProcessViews views, ItemViews items, Models models) {
        this.views = views;
        this.items = items;
        this.models = models;
    }

    @GetMapping("/insight")
    String process(@RequestParam Map<String, String> parameters, Model page) {
        var query = InsightQuery.of(parameters);
        var elements = views.elements(query);
        page.addAttribute("elements", elements);
        page.addAttribute("models", models.all());
        page.addAttribute("view", query.view());
        page.addAttribute(
                "views",
                List.of(HeatView.values()).stream()
                        .map(view ->
                                new ViewLink(view.label(), query.seenAs(view).at("/insight"), view == query.view()))
                        .toList());
        page.addAttribute("summary", views.summary(query));
        page.addAttribute(
                "finding",
                elements.stream()
                        .filter(row -> row.process().equals(query.process())
                                && row.element().equals(query.element()))
                        .map(views::finding)
                        .findFirst()
                        .orElse(null));
        page.addAttribute("opened", query.element());
        InsightFrame.around(page, query, "/insight", "Process");
        page.addAttribute("items", items.show(query));
        page.addAttribute(
                "scripts", List.of("/webjars/bpmn-js/dist/bpmn-navigated-viewer.production.min.js", "/js/insight.js"));
        page.addAttribute("sheets", List.of("/webjars/bpmn-js/dist/assets/diagram-js.css", "/css/insight.css"));
        return "insight/process";
    }

    @GetMapping("/insight/elements.csv")
    ResponseEntity<String> csv(@RequestParam Map<String, String> parameters) {
        var rows = views.elements(InsightQuery.of(parameters)).stream()
                .map(ElementRow::cells)
                .toList();
        return Csv.answer("elements", COLUMNS, rows);
    }

    @GetMapping("/insight/models/{process}.bpmn")
    ResponseEntity<byte[]> model(@PathVariable String process) {
        return models.find(process)
                .map(model -> ResponseEntity.ok()
                        .contentType(MediaType.APPLICATION_XML)
                        .cacheControl(CacheControl.maxAge(Duration.ofMinutes(5)).cachePrivate())
                        .body(model.xml()))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    record ViewLink(String name, String path, boolean here) {}
}
