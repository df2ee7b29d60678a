package dev.oin.submission;

import com.fasterxml.jackson.databind.JsonNode;
import dev.oin.account.Caller;
import dev.oin.kernel.Protocol;
import dev.oin.kernel.SubmissionId;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Saves page 1; what a protocol that is taken away held is deleted (PR-8). */
@Component
public class SaveProtocols {

    private final SaveRevision revision;
    private final Timeline timeline;

    SaveProtocols(SaveRevision revision, Timeline timeline) {
        this.revision = revision;
        this.timeline = timeline;
    }

    /** Saves the set of protocols: {@code {"protocols":["SAML","SCIM"]}}. */
    @Transactional
    public SaveOutcome save(Caller caller, SubmissionId id, long expected, JsonNode document) {
        var outcome = revision.save(caller, id, expected, "PROTOCOLS", current -> edit(current, document));
        if (outcome instanceof SaveOutcome.Saved(var saved, var problems, var changed) && changed) {
            timeline.record(new Timeline.Event(
                    id,
                    "protocols-" + saved.revision(),
                    "PROTOCOLS_CHANGED",
                    "The protocols are now: %s.".formatted(words(saved.content().protocols())),
                    caller.account(),
                    null,
                    saved.updatedAt()));
        }
        return outcome;
    }

    private static Edit.Result edit(Submission current, JsonNode document) {
        var closed = Locks.protocolsReason(current.state());
        if (closed.isPresent()) {
            return new Edit.Result.Closed(closed.get());
        }
        var page = ProtocolsPage.read(document);
        if (!page.misfits().isEmpty()) {
            return new Edit.Result.Misfits(page.misfits());
        }
        return new Edit.Result.To(
                with(current.content(), page.protocols()), secretsLost(current.content(), page.protocols()), false);
    }

    /** The secrets that go with a protocol that is taken away. */
    static Map<String, SecretChange> secretsLost(Content before, Set<Protocol> wanted) {
        return before.has(Protocol.SCIM) && !wanted.contains(Protocol.SCIM)
                ? Map.of(SecretRows.CLIENT_SECRET, new SecretChange.Remove())
                : Map.of();
    }

    private static Content with(Content content, Set<Protocol> protocols) {
        var page = content.configuration();
        var tests = content.testInformation();
        return new Content(
                protocols,
                new Configuration(
                        page.catalog(),
                        page.variables(),
                        protocols.contains(Protocol.OIDC) ? page.oidc() : null,
                        protocols.contains(Protocol.SAML) ? page.saml() : null,
                        protocols.contains(Protocol.SCIM) ? page.scim() : null,
                        protocols.contains(Protocol.ENTITLEMENTS) ? page.ent() : null,
                        protocols.contains(Protocol.UNIVERSAL_LOGOUT) ? page.ul() : null),
                content.logo(),
                new TestInformation(
                        tests.accountUrl(),
                        tests.username(),
                        tests.supportContact(),
                        tests.instructions(),
                        protocols.contains(Protocol.OIDC) ? tests.oidcTest() : null,
                        protocols.contains(Protocol.SAML) ? tests.samlTest() : null));
    }

    private static String words(Set<Protocol> protocols) {
        return protocols.isEmpty()
                ? "none"
                : protocols.stream().map(Protocol::label).collect(Collectors.joining(", "));
    }
}
