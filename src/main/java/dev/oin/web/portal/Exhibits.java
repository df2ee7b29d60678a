package dev.oin.web.portal;

import dev.oin.checks.CheckRuns;
import java.nio.charset.StandardCharsets;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.ui.Model;
import org.springframework.web.servlet.ModelAndView;

/** Shows a piece of evidence: pictures as pictures, traffic as a table, everything else as text. */
final class Exhibits {

    private Exhibits() {}

    static Object show(CheckRuns.ExhibitContent content, String back, Model model) {
        return switch (content.entry().kind()) {
            case SCREENSHOT ->
                ResponseEntity.ok()
                        .contentType(MediaType.IMAGE_PNG)
                        .cacheControl(CacheControl.noStore())
                        .body(content.content());
            case TRAFFIC ->
                page(content, back, model)
                        .addObject(
                                "traffic", TrafficView.of(content.entry().id().toString(), content.exchanges()));
            case STEPS, MESSAGE ->
                page(content, back, model).addObject("text", new String(content.content(), StandardCharsets.UTF_8));
        };
    }

    private static ModelAndView page(CheckRuns.ExhibitContent content, String back, Model model) {
        return new ModelAndView("portal/exhibit", model.asMap())
                .addObject("id", content.entry().id())
                .addObject("title", content.entry().title())
                .addObject("back", back);
    }
}
