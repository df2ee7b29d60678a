package dev.oin.web.portal;

import dev.oin.checks.CheckRuns;
import java.nio.charset.StandardCharsets;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.ui.Model;
import org.springframework.web.servlet.ModelAndView;

/** Shows a piece of evidence: pictures as pictures, everything else as text. */
final class Exhibits {

    private Exhibits() {}

    static Object show(CheckRuns.ExhibitContent content, String back, Model model) {
        return switch (content.entry().kind()) {
            case SCREENSHOT ->
                ResponseEntity.ok()
                        .contentType(MediaType.IMAGE_PNG)
                        .cacheControl(CacheControl.noStore())
                        .body(content.content());
            case STEPS, TRAFFIC, MESSAGE ->
                new ModelAndView("portal/exhibit", model.asMap())
                        .addObject("title", content.entry().title())
                        .addObject("text", new String(content.content(), StandardCharsets.UTF_8))
                        .addObject("back", back);
        };
    }
}
