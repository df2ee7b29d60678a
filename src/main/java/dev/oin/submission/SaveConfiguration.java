package dev.oin.submission;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.oin.account.Caller;
import dev.oin.kernel.SubmissionId;
import dev.oin.submission.SaveOutcome.Misfit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Saves page 2 as a whole; may be incomplete. */
@Component
public class SaveConfiguration {

    private static final Map<String, Section> SECTIONS = Map.of(
            "oidc",
            Section.OIDC,
            "saml",
            Section.SAML,
            "scim",
            Section.SCIM,
            "ent",
            Section.ENTITLEMENTS,
            "ul",
            Section.UNIVERSAL_LOGOUT);

    private final SaveRevision revision;
    private final VariableRules variables;
    private final Backgrounds backgrounds;

    SaveConfiguration(SaveRevision revision, VariableRules variables, Backgrounds backgrounds) {
        this.revision = revision;
        this.variables = variables;
        this.backgrounds = backgrounds;
    }

    /** Saves the document {@code {"catalog":{…},"variables":[…],"oidc":{…},"saml":{…},"scim":{…},"ent":{…},"ul":{…}}}; what it leaves out becomes empty. */
    public SaveOutcome save(Caller caller, SubmissionId id, long expected, JsonNode document) {
        return revision.save(caller, id, expected, "CONFIGURATION", current -> edit(current, document));
    }

    private Edit.Result edit(Submission current, JsonNode document) {
        var closed = Locks.reason(current.state());
        if (closed.isPresent()) {
            return new Edit.Result.Closed(closed.get());
        }
        var checked = PageShape.check(WizardPage.CONFIGURATION, document);
        var misfits = new ArrayList<>(checked.misfits());
        misfits.addAll(sectionsNotChosen(current.content(), checked.document()));
        if (!misfits.isEmpty()) {
            return new Edit.Result.Misfits(misfits);
        }
        var configuration = ContentJson.read(checked.document(), Configuration.class);
        var content = current.content();
        var next = new Content(content.protocols(), configuration, content.logo(), content.testInformation());
        var refusals = variables.refusals(content, next, backgrounds.of(current.integration()));
        return refusals.isEmpty()
                ? new Edit.Result.To(next, checked.secrets(), false)
                : new Edit.Result.Misfits(refusals);
    }

    static List<Misfit> sectionsNotChosen(Content content, ObjectNode document) {
        return SECTIONS.entrySet().stream()
                .filter(section ->
                        document.has(section.getKey()) && !section.getValue().appliesTo(content))
                .map(section -> new Misfit(
                        section.getKey(),
                        section.getKey() + ".protocol",
                        "%s are here, but the protocol is not chosen on page 1."
                                .formatted(section.getValue().label()),
                        Misfit.Kind.VALUE))
                .toList();
    }
}
