package dev.oin.web.frame;

import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.thymeleaf.context.IExpressionContext;
import org.thymeleaf.linkbuilder.StandardLinkBuilder;

/** Writes links to static files with the hash of their content in the name. */
final class VersionedLinks extends StandardLinkBuilder {

    private final Function<String, @Nullable String> versions;
    private final Map<String, String> known = new ConcurrentHashMap<>();

    VersionedLinks(Function<String, @Nullable String> versions) {
        this.versions = versions;
    }

    @Override
    protected String processLink(IExpressionContext context, String link) {
        return super.processLink(context, isStatic(link) ? versioned(link) : link);
    }

    private String versioned(String link) {
        var end = link.indexOf('#');
        var path = end < 0 ? link : link.substring(0, end);
        return Objects.requireNonNullElse(known.computeIfAbsent(path, versions), path) + link.substring(path.length());
    }

    private static boolean isStatic(String link) {
        return StaticFilesConfiguration.PATHS.stream().anyMatch(link::startsWith)
                || link.startsWith("/icons.svg")
                || link.startsWith("/mark.svg");
    }
}
