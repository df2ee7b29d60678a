package dev.oin.checks.sso;

import dev.oin.checks.sso.SignInRecipe.SignedIn;
import dev.oin.checks.sso.SignInRecipe.Step;
import dev.oin.sandbox.Person;
import dev.oin.sandbox.SignInEvent.What;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The sign-in recipe that a watched guided run leads to. The product does not see the person's window: it knows its own side, and what the person says of the last page.
 */
public final class LearnedRecipe {

    private static final Pattern OF_ONE_THING =
            Pattern.compile("\\d{3,}|[0-9a-fA-F]{16,}|[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private LearnedRecipe() {}

    /**
     * What the person saw in their own window.
     *
     * @param address what the address bar says
     * @param names who is named on the page
     * @param signOut an address that signs out; null where there is none
     */
    public record Seen(
            @Nullable String address, Names names, @Nullable String signOut) {

        /** Whether it teaches anything. */
        public boolean isAnything() {
            return filled(address) || filled(signOut) || names != Names.NOBODY;
        }

        private static boolean filled(@Nullable String text) {
            return text != null && !text.isBlank();
        }
    }

    /** What a page shows of the person. */
    public enum Names {
        NOBODY,
        EMAIL,
        NAME
    }

    /** The recipe in use, with what was learnt in its place. */
    public static SignInRecipe from(GuidedRun run, Seen seen, SignInRecipe current) {
        var address = address(seen.address());
        var sign = signedIn(run.person(), address, seen.names(), current.signedIn());
        var out = address(seen.signOut());
        return new SignInRecipe(
                sign,
                address == null || hasIds(address)
                        ? current.protectedUrl()
                        : template(
                                run.person(), Parameters.withoutSignIn(address).toString()),
                current.before().isEmpty() ? before(run) : current.before(),
                out == null ? current.signOut() : new Step(out.toString(), null, null, null));
    }

    private static @Nullable SignedIn signedIn(
            Person person, @Nullable URI address, Names names, @Nullable SignedIn current) {
        var url = address == null ? current == null ? null : current.url() : pattern(person, address);
        var text = switch (names) {
            case EMAIL -> "{email}";
            case NAME -> "{family_name}";
            case NOBODY -> current == null ? null : current.text();
        };
        var selector = current == null ? null : current.selector();
        return url == null && text == null && selector == null ? null : new SignedIn(url, selector, text);
    }

    /** The address without what differs from person to person and from time to time. */
    private static String pattern(Person person, URI address) {
        var path = Arrays.stream(path(address).split("/", -1))
                .map(segment -> OF_ONE_THING.matcher(segment).matches() ? "*" : segment)
                .collect(Collectors.joining("/"));
        var more = address.getRawQuery() != null || address.getRawFragment() != null;
        return template(person, address.getScheme() + "://" + address.getRawAuthority() + path + (more ? "*" : ""));
    }

    private static boolean hasIds(URI address) {
        return Arrays.stream(path(address).split("/"))
                .anyMatch(segment -> OF_ONE_THING.matcher(segment).matches());
    }

    private static String path(URI address) {
        return address.getRawPath() == null ? "" : address.getRawPath();
    }

    private static String template(Person person, String address) {
        return address.replace(URLEncoder.encode(person.email(), StandardCharsets.UTF_8), "{email}")
                .replace(person.email(), "{email}");
    }

    /** An app that knew the address when it asked has asked for it in a page of its own. */
    private static List<Step> before(GuidedRun run) {
        var asked = !run.check().startsAtTile()
                && run.seen().stream()
                        .filter(event -> event.what() == What.OIDC_REQUEST_RECEIVED)
                        .anyMatch(event -> run.person()
                                .email()
                                .equalsIgnoreCase(event.details().get("login_hint")));
        return asked
                ? List.of(
                        new Step(run.start().toString(), null, null, null),
                        new Step(null, null, "{email}", "input[type=email], input[name*=mail], input[type=text]"),
                        new Step(null, "button[type=submit], input[type=submit]", null, null))
                : List.of();
    }

    private static @Nullable URI address(@Nullable String text) {
        try {
            var address = text == null || text.isBlank() ? null : URI.create(text.strip());
            return address == null || address.getHost() == null ? null : address;
        } catch (IllegalArgumentException malformed) {
            return null;
        }
    }
}
