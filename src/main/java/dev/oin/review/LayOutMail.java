package dev.oin.review;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** Lays a letter out as text and as HTML. */
@Component
class LayOutMail {

    private final ITemplateEngine engine;
    private final ReviewProperties properties;

    LayOutMail(ReviewProperties properties) {
        var mails = new SpringTemplateEngine();
        mails.addTemplateResolver(resolver(TemplateMode.TEXT, "*.txt"));
        mails.addTemplateResolver(resolver(TemplateMode.HTML, "*.html"));
        this.engine = mails;
        this.properties = properties;
    }

    private static ClassLoaderTemplateResolver resolver(TemplateMode mode, String names) {
        var resolver = new ClassLoaderTemplateResolver();
        resolver.setPrefix("mail/");
        resolver.setTemplateMode(mode);
        resolver.setCharacterEncoding("UTF-8");
        resolver.setResolvablePatterns(Set.of(names));
        return resolver;
    }

    String text(Letter letter, String integration) {
        return engine.process("letter.txt", context(letter, integration));
    }

    String html(Letter letter, String integration) {
        return engine.process("letter.html", context(letter, integration));
    }

    private Context context(Letter letter, String integration) {
        return new Context(
                Locale.ENGLISH,
                Map.of(
                        "letter",
                        letter,
                        "integration",
                        integration,
                        "questions",
                        properties.questions(),
                        "statusQuestions",
                        properties.statusQuestions()));
    }
}
