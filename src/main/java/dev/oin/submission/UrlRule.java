package dev.oin.submission;

import dev.oin.egress.AddressRules;
import dev.oin.kernel.Problem;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** What a URL must be: complete, https, public, without fragment; the operator may allow hosts besides. */
@Component
class UrlRule {

    private final Function<URI, Optional<String>> objections;

    @Autowired
    UrlRule(AddressRules addresses) {
        this(addresses::objection);
    }

    UrlRule(Function<URI, Optional<String>> objections) {
        this.objections = objections;
    }

    /** What is wrong with the URL, if anything. */
    Optional<Problem> check(Field field, String key, String text) {
        return check(field, key, text, false);
    }

    /** The same; integrations that were migrated may keep http (IV-3). */
    Optional<Problem> check(Field field, String key, String text, boolean mayBeHttp) {
        URI url;
        try {
            url = new URI(text);
        } catch (URISyntaxException broken) {
            return Optional.of(format(
                    field,
                    key,
                    text.contains("{")
                            ? "is the same for every customer: give a complete URL without variables."
                            : "is not a complete URL. Begin with https:// and leave no spaces."));
        }
        if (text.contains("*")) {
            return Optional.of(format(field, key, "must name one host: wildcards are not allowed."));
        }
        if (url.getRawFragment() != null) {
            return Optional.of(format(field, key, "must not have a fragment. Remove the # and what follows it."));
        }
        var judged = mayBeHttp && isHttp(url) ? URI.create("https" + text.substring("http".length())) : url;
        return objections
                .apply(judged)
                .map(objection -> isHttp(url) && objection.contains("https://")
                        ? Problem.error(key, field.rule("https"), "%s: %s".formatted(field.label(), objection))
                        : Problem.error(key, field.rule("format"), "%s: %s".formatted(field.label(), objection)));
    }

    /** The host that the URL names, if it is a complete one that may stand for all hosts: https, no wildcard, no fragment. */
    static Optional<String> hostOf(String text, boolean mayBeHttp) {
        try {
            var url = new URI(text);
            var isSound = url.getHost() != null
                    && ("https".equalsIgnoreCase(url.getScheme()) || mayBeHttp && isHttp(url))
                    && url.getRawFragment() == null
                    && url.getRawUserInfo() == null
                    && !text.contains("*");
            return isSound ? Optional.of(url.getHost()) : Optional.empty();
        } catch (URISyntaxException broken) {
            return Optional.empty();
        }
    }

    private static boolean isHttp(URI url) {
        return "http".equalsIgnoreCase(url.getScheme());
    }

    private static Problem format(Field field, String key, String what) {
        return Problem.error(key, field.rule("format"), "%s %s".formatted(field.label(), what));
    }
}
