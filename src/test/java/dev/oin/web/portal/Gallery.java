package dev.oin.web.portal;

import dev.oin.web.frame.Chip;
import dev.oin.web.frame.Frame;
import dev.oin.web.frame.NavigationLink;
import dev.oin.web.frame.Times;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockServletContext;
import org.thymeleaf.context.WebContext;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;
import org.thymeleaf.web.servlet.JakartaServletWebApplication;

/** Draws pages from their templates without a server; leaves them in {@code target/pages} to look at. */
final class Gallery {

    static final Instant NOW = Instant.parse("2026-11-23T15:00:00Z");
    private static final MockServletContext SERVLETS = new MockServletContext();
    private static final SpringTemplateEngine ENGINE = engine();

    private Gallery() {}

    static String draw(String name, String template, Map<String, Object> model) {
        var application = JakartaServletWebApplication.buildApplication(SERVLETS);
        var exchange = application.buildExchange(
                new MockHttpServletRequest(SERVLETS, "GET", "/"), new MockHttpServletResponse());
        var context = new WebContext(exchange, Locale.ENGLISH, model);
        context.setVariable("frame", frame());
        var page = ENGINE.process(template, context);
        try {
            Files.createDirectories(Path.of("target/pages"));
            Files.writeString(Path.of("target/pages", name + ".html"), page);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
        return page;
    }

    static Frame frame() {
        var times = new Times(ZoneId.of("Europe/Berlin"), Clock.fixed(NOW, ZoneId.of("UTC")));
        return new Frame(
                "OIN pipeline",
                "0.1",
                "system",
                "comfortable",
                times,
                "/",
                List.of(
                        new NavigationLink("Integrations", "/", "g i"),
                        new NavigationLink("Sandbox", "/sandbox", null),
                        new NavigationLink("Organization", "/organization", null),
                        new NavigationLink("Checks", "/checks", null),
                        new NavigationLink("Catalog", "/catalog", null)),
                new Frame.Search("/", "q", "integrations"),
                new Frame.Viewer("Ada Lovelace", "ada@acme.test", "Super admin"),
                "/",
                true,
                3);
    }

    static Chip draft() {
        return new Chip("neutral", "pencil", "Draft");
    }

    private static SpringTemplateEngine engine() {
        var engine = new SpringTemplateEngine();
        var forms = resolver("forms/");
        forms.setResolvablePatterns(java.util.Set.of("isv/*"));
        forms.setOrder(0);
        engine.addTemplateResolver(forms);
        engine.addTemplateResolver(resolver("templates/"));
        return engine;
    }

    private static ClassLoaderTemplateResolver resolver(String prefix) {
        var resolver = new ClassLoaderTemplateResolver();
        resolver.setPrefix(prefix);
        resolver.setSuffix(".html");
        resolver.setCharacterEncoding("UTF-8");
        resolver.setOrder(1);
        return resolver;
    }
}
