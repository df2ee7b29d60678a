package dev.oin.checks.sso;

import dev.oin.checks.Exchange;
import dev.oin.kernel.Protocol;
import dev.oin.sandbox.InstalledApp;
import dev.oin.sandbox.Instance;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The app under test, as far as addresses tell.
 *
 * @param answerAddresses where it takes answers
 * @param startUrl its SP initiate URL; null where it has none
 * @param sandbox the origin and path of the organisation's identity provider
 */
record App(
        Protocol protocol,
        List<URI> answerAddresses,
        @Nullable URI startUrl,
        @Nullable URI initiateUri,
        URI sandbox) {

    private static final Pattern STATUS =
            Pattern.compile("StatusCode[^>]*Value=\"urn:oasis:names:tc:SAML:2.0:status:(\\w+)\"");
    private static final Pattern STATUS_MESSAGE = Pattern.compile("StatusMessage[^>]*>([^<]+)<");

    static App of(Instance instance, Protocol protocol, @Nullable String startUrl, URI sandbox) {
        var installed = instance.app();
        return new App(
                protocol,
                answers(installed, protocol),
                uri(startUrl),
                installed.oidc() == null ? null : uri(installed.oidc().initiateLoginUri()),
                sandbox);
    }

    private static List<URI> answers(InstalledApp installed, Protocol protocol) {
        var saml = installed.saml();
        if (protocol == Protocol.SAML && saml != null) {
            return Stream.concat(
                            Stream.of(saml.acsUrl()), saml.indexedAcs().stream().map(InstalledApp.IndexedAcs::url))
                    .map(App::uri)
                    .filter(Objects::nonNull)
                    .toList();
        }
        var oidc = installed.oidc();
        return oidc == null
                ? List.of()
                : oidc.redirectUris().stream()
                        .map(App::uri)
                        .filter(Objects::nonNull)
                        .toList();
    }

    /** Whether the request carries the identity provider's answer to the app. */
    boolean isDelivery(Exchange exchange) {
        return answerAddresses.stream().anyMatch(address -> isSamePage(address, exchange.url()))
                && (protocol == Protocol.SAML ? carriesSaml(exchange) : carriesCode(exchange));
    }

    private static boolean carriesSaml(Exchange exchange) {
        return exchange.method().equals("POST");
    }

    private static boolean carriesCode(Exchange exchange) {
        var parameters = exchange.parameters();
        return parameters.containsKey("code") || parameters.containsKey("error");
    }

    /** The error that an answer carries, with the provider's words about it. */
    Optional<String> error(Exchange delivery) {
        var parameters = delivery.parameters();
        return protocol == Protocol.OIDC
                ? Optional.ofNullable(parameters.get("error"))
                        .map(code -> withWords(code, parameters.get("error_description")))
                : Optional.ofNullable(parameters.get("SAMLResponse")).flatMap(App::samlError);
    }

    private static Optional<String> samlError(String response) {
        var xml = decoded(response);
        var codes = STATUS.matcher(xml).results().map(match -> match.group(1)).toList();
        var words = STATUS_MESSAGE.matcher(xml);
        return codes.isEmpty() || codes.getFirst().equals("Success")
                ? Optional.empty()
                : Optional.of(withWords(codes.getLast(), words.find() ? words.group(1) : null));
    }

    /** Empty where the browser kept a part of it only. */
    private static String decoded(String response) {
        try {
            return new String(Base64.getMimeDecoder().decode(response.replace(' ', '+')), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException cutOff) {
            return "";
        }
    }

    private static String withWords(String code, @Nullable String words) {
        return words == null ? code : code + ": " + words;
    }

    /** Whether the request sends the filled-in sign-in page of the identity provider. */
    boolean isSignIn(Exchange exchange) {
        return exchange.method().equals("POST")
                && isSandbox(exchange.url())
                && exchange.url().getPath().endsWith("/login");
    }

    boolean isAnswerAddress(URI url) {
        return answerAddresses.stream().anyMatch(address -> isSamePage(address, url));
    }

    /** Whether the sign-in ended on a page that may show a session: one of the app, or any where the recipe says how success is recognised. */
    boolean isWorthProving(Attempt.Delivered delivered, SignInRecipe recipe) {
        return delivered.delivery().error().isEmpty()
                && delivered.delivery().status() < 400
                && !delivered.rest().isError()
                && (isApps(delivered.rest().url()) || recipe.recognises())
                && !isSandbox(delivered.rest().url());
    }

    boolean isSandbox(URI url) {
        return origin(url).equals(origin(sandbox)) && path(url).startsWith(sandbox.getPath());
    }

    /** Whether the address belongs to the app: one of its hosts, or another host of the same site. */
    boolean isApps(URI url) {
        return Stream.concat(
                        answerAddresses.stream(),
                        Stream.of(startUrl, initiateUri).filter(Objects::nonNull))
                .anyMatch(known -> site(known).equals(site(url)));
    }

    /** Whether the request asks an identity provider to sign somebody in. */
    boolean asksProvider(Exchange exchange) {
        var parameters = exchange.parameters();
        return protocol == Protocol.SAML
                ? parameters.containsKey("SAMLRequest")
                : parameters.containsKey("response_type") && parameters.containsKey("client_id");
    }

    private static boolean isSamePage(URI registered, URI seen) {
        return origin(registered).equals(origin(seen)) && path(registered).equals(path(seen));
    }

    static String origin(URI url) {
        return url.getScheme() + "://" + url.getHost() + ":" + port(url);
    }

    private static int port(URI url) {
        return url.getPort() >= 0 ? url.getPort() : "https".equals(url.getScheme()) ? 443 : 80;
    }

    /** The last two labels of a name; an address with its port. */
    private static String site(URI url) {
        var host = url.getHost() == null ? "" : url.getHost();
        var labels = host.split("\\.");
        return labels.length < 2 || host.matches("[0-9.]+|.*:.*")
                ? host + ":" + port(url)
                : labels[labels.length - 2] + "." + labels[labels.length - 1];
    }

    private static String path(URI url) {
        return url.getPath() == null || url.getPath().isEmpty() ? "/" : url.getPath();
    }

    private static @Nullable URI uri(@Nullable String text) {
        try {
            return text == null || text.isBlank() ? null : URI.create(text.strip());
        } catch (IllegalArgumentException malformed) {
            return null;
        }
    }
}
