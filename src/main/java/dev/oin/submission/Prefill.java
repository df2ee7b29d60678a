package dev.oin.submission;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.oin.account.Caller;
import dev.oin.egress.Call;
import dev.oin.egress.GuardedHttp;
import dev.oin.egress.Reply;
import dev.oin.kernel.SubmissionId;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Reads what an app says about itself and offers it for page 2; what is chosen of it is saved like anything typed. */
@Component
public class Prefill {

    /** The most bytes that a document may have. */
    public static final int MOST_BYTES = 256 * 1024;

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final PrefillDocuments documents;
    private final GuardedHttp http;
    private final SaveConfiguration configuration;

    Prefill(PrefillDocuments documents, GuardedHttp http, SaveConfiguration configuration) {
        this.documents = documents;
        this.http = http;
        this.configuration = configuration;
    }

    /** Where the values come from. */
    public enum Source {
        /** SAML 2.0 service provider metadata, XML. */
        SAML_METADATA,
        /** An OpenID Connect client's settings, JSON with the names of RFC 7591. */
        OIDC_CLIENT,
        /** A SCIM server's base URL and its ServiceProviderConfig (RFC 7643, 5). */
        SCIM_SERVER
    }

    /** What the document offers, or why it is not read. */
    public sealed interface Reading {

        /** Values for the page. */
        record Offered(List<Offer> offers) implements Reading {}

        /** Nothing is taken from it. */
        record Refused(String reason) implements Reading {}
    }

    /**
     * A value for a field or a list.
     *
     * @param now what stands there; empty where nothing does
     * @param proposed the same of the document
     * @param value the document's value as JSON
     */
    public record Offer(String key, String label, String now, String proposed, String value) {

        /** Whether taking it changes anything. */
        public boolean differs() {
            return !now.equals(proposed);
        }
    }

    /** What the pasted document offers. */
    public Reading read(Submission submission, Source source, String document) {
        var bytes = document.strip().getBytes(StandardCharsets.UTF_8);
        if (bytes.length > MOST_BYTES) {
            return tooLong();
        }
        return offers(submission, documents.read(source, bytes));
    }

    /** What the document at the address offers; asks the app, so never inside a transaction. */
    public Reading fetch(Submission submission, Source source, String address) {
        var base = address.strip().replaceFirst("/+$", "");
        return switch (source) {
            case SAML_METADATA, OIDC_CLIENT ->
                switch (get(address.strip())) {
                    case Fetched.Document(var bytes) -> offers(submission, documents.read(source, bytes));
                    case Fetched.Failed(var reason) -> new Reading.Refused(reason);
                };
            case SCIM_SERVER ->
                switch (get(base + "/ServiceProviderConfig")) {
                    case Fetched.Document(var bytes) ->
                        offers(submission, documents.scim(base, bytes, resourceTypes(base)));
                    case Fetched.Failed(var reason) -> new Reading.Refused(reason);
                };
        };
    }

    /** Saves the chosen values, each as JSON by its key, on top of the page as it is. */
    public SaveOutcome take(Caller caller, Submission submission, long expected, Map<String, String> chosen) {
        var page = ContentJson.tree(submission.content().configuration());
        chosen.forEach((key, value) -> {
            if (PrefillDocuments.KEYS.contains(key)) {
                documents.json(value).ifPresent(node -> put(page, PrefillDocuments.pathOf(key), node));
            }
        });
        return configuration.save(caller, new SubmissionId(submission.id().value()), expected, page);
    }

    private Reading offers(Submission submission, PrefillDocuments.Found found) {
        return switch (found) {
            case PrefillDocuments.Found.Unreadable(var reason) -> new Reading.Refused(reason);
            case PrefillDocuments.Found.Values(var values) -> {
                var now = ContentJson.tree(submission.content().configuration());
                var offers = new ArrayList<Offer>();
                new LinkedHashMap<>(values)
                        .forEach((key, value) -> offers.add(new Offer(
                                key,
                                PrefillDocuments.labelOf(key),
                                PrefillDocuments.words(at(now, PrefillDocuments.pathOf(key))),
                                PrefillDocuments.words(value),
                                value.toString())));
                yield offers.isEmpty()
                        ? new Reading.Refused("The document names nothing that this page asks for.")
                        : new Reading.Offered(offers);
            }
        };
    }

    private byte[] resourceTypes(String base) {
        return switch (get(base + "/ResourceTypes")) {
            case Fetched.Document(var bytes) -> bytes;
            case Fetched.Failed failed -> new byte[0];
        };
    }

    private sealed interface Fetched {

        @SuppressWarnings("ArrayRecordComponent")
        record Document(byte[] bytes) implements Fetched {}

        record Failed(String reason) implements Fetched {}
    }

    private Fetched get(String address) {
        URI url;
        try {
            url = new URI(address);
        } catch (URISyntaxException broken) {
            return new Fetched.Failed("That is no complete address. Begin with https://.");
        }
        return switch (http.send(Call.get(url)
                .with(
                        "Accept",
                        "application/samlmetadata+xml, application/scim+json, application/json, application/xml")
                .within(PATIENCE))) {
            case Reply.Answered answered
            when answered.truncated() || answered.body().length > MOST_BYTES -> new Fetched.Failed(TOO_LONG);
            case Reply.Answered answered when answered.status() == 200 -> new Fetched.Document(answered.body());
            case Reply.Answered answered ->
                new Fetched.Failed("The address answers with status %d; expected is the document with 200."
                        .formatted(answered.status()));
            case Reply.Refused(var reason) -> new Fetched.Failed(reason);
            case Reply.Unreachable(var reason, var timedOut) ->
                new Fetched.Failed(
                        timedOut ? "The address did not answer within 2 seconds." : "No answer: %s".formatted(reason));
        };
    }

    private static final String TOO_LONG = "The document is longer than 256 kilobytes.";

    private static Reading tooLong() {
        return new Reading.Refused(TOO_LONG);
    }

    private static JsonNode at(JsonNode root, String path) {
        var node = root;
        for (var name : path.split("\\.")) {
            node = node.path(name);
        }
        return node;
    }

    private static void put(ObjectNode root, String path, JsonNode value) {
        var names = List.of(path.split("\\."));
        var at = root;
        for (var name : names.subList(0, names.size() - 1)) {
            var next = at.get(name);
            at = next instanceof ObjectNode object ? object : at.putObject(name);
        }
        at.set(names.getLast(), value.isNull() ? JsonNodeFactory.instance.nullNode() : value);
    }
}
