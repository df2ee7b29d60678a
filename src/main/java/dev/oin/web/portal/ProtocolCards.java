package dev.oin.web.portal;

import dev.oin.kernel.Protocol;
import dev.oin.submission.Features;
import dev.oin.submission.Fields;
import dev.oin.submission.Submission;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The protocols to choose from, each with what it needs and, where it has to stay, why. */
@Component
class ProtocolCards {

    private final UpdateForms updates;
    private final Features features;

    ProtocolCards(UpdateForms updates, Features features) {
        this.updates = updates;
        this.features = features;
    }

    /**
     * A protocol to choose.
     *
     * @param kept why it cannot be taken away; null where it can
     */
    record Card(
            String value,
            String title,
            String about,
            List<String> needs,
            boolean chosen,
            @Nullable String kept) {}

    /** The cards for what the submission has chosen. */
    List<Card> of(Submission submission) {
        return Fields.get("protocols").choices().stream()
                .filter(choice -> isOffered(submission, Protocol.valueOf(choice.value())))
                .map(choice -> new Card(
                        choice.value(),
                        choice.label(),
                        choice.help(),
                        needs(Protocol.valueOf(choice.value())),
                        submission.content().has(Protocol.valueOf(choice.value())),
                        updates.reasonToKeep(submission, Protocol.valueOf(choice.value()))
                                .orElse(null)))
                .toList();
    }

    private boolean isOffered(Submission submission, Protocol protocol) {
        return submission.content().has(protocol) || features.withheld(protocol).isEmpty();
    }

    private static List<String> needs(Protocol protocol) {
        return switch (protocol) {
            case OIDC -> List.of("Redirect URIs", "A back end that receives the tokens", "A configuration guide");
            case SAML -> List.of("An ACS URL and an entity ID", "A configuration guide");
            case SCIM ->
                List.of("A base URL and credentials", "Users; groups if your app has them", "A configuration guide");
            case UNIVERSAL_LOGOUT -> List.of("A revocation endpoint", "OIDC or SAML 2.0 in the same submission");
            case ENTITLEMENTS -> List.of("SCIM provisioning", "Endpoints that list roles or entitlements");
        };
    }
}
