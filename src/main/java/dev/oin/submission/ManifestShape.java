package dev.oin.submission;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.oin.kernel.Protocol;
import dev.oin.submission.SaveOutcome.Misfit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** Holds a manifest against the pages' shapes: refuses what cannot be stored. */
final class ManifestShape {

    /** The version of the manifest's members. */
    static final int SCHEMA_VERSION = 1;

    private static final Set<String> MEMBERS =
            Set.of("schema_version", "kind", "protocols", "configuration", "test_information", "logo");

    private final List<Misfit> misfits = new ArrayList<>();

    private ManifestShape() {}

    /**
     * What a manifest holds.
     *
     * @param kind which rules hold where no submission says it
     * @param content all but the logo
     * @param misfits why it cannot be stored; the rest means nothing where there are any
     */
    record Checked(SubmissionKind kind, Content content, ManifestLogo logo, List<Misfit> misfits) {}

    static Checked check(JsonNode document) {
        var shape = new ManifestShape();
        if (document instanceof ObjectNode manifest) {
            return shape.check(manifest);
        }
        shape.refuse("", "type", "A manifest must be an object.");
        return shape.nothing();
    }

    private Checked check(ObjectNode manifest) {
        manifest.fieldNames().forEachRemaining(name -> {
            if (!MEMBERS.contains(name)) {
                misfits.add(Misfit.unknown(name));
            }
        });
        var version = manifest.path("schema_version");
        if (!version.isInt() || version.intValue() != SCHEMA_VERSION) {
            refuse(
                    "schema_version",
                    "schema_version.list",
                    "Say which form the manifest has: schema_version %d.".formatted(SCHEMA_VERSION));
        }
        var kind = kind(manifest.path("kind"));
        var protocols = protocols(manifest);
        var configuration = page(manifest, WizardPage.CONFIGURATION, "configuration");
        var tests = page(manifest, WizardPage.TEST_INFORMATION, "test_information");
        var logo = ManifestLogo.read(manifest, misfits);
        if (misfits.isEmpty()) {
            var chosen = Content.of(protocols);
            misfits.addAll(SaveConfiguration.sectionsNotChosen(chosen, configuration));
            misfits.addAll(SaveTestInformation.sectionsNotChosen(chosen, tests));
        }
        if (!misfits.isEmpty()) {
            return nothing();
        }
        var content = new Content(
                protocols,
                ContentJson.read(configuration, Configuration.class),
                null,
                ContentJson.read(tests, TestInformation.class));
        return new Checked(kind, content, logo, List.of());
    }

    private SubmissionKind kind(JsonNode kind) {
        if (kind.isMissingNode()) {
            return SubmissionKind.NEW;
        }
        return Stream.of(SubmissionKind.values())
                .filter(known -> known.name().equals(kind.textValue()))
                .findFirst()
                .orElseGet(() -> {
                    refuse("kind", "kind.list", "The kind is one of NEW, FUNCTIONAL and CATALOG.");
                    return SubmissionKind.NEW;
                });
    }

    private Set<Protocol> protocols(ObjectNode manifest) {
        var page = JsonNodeFactory.instance.objectNode();
        if (manifest.has("protocols")) {
            page.set("protocols", manifest.get("protocols"));
        }
        var read = ProtocolsPage.read(page);
        misfits.addAll(read.misfits());
        return read.protocols();
    }

    private ObjectNode page(ObjectNode manifest, WizardPage page, String member) {
        var document = manifest.get(member);
        if (document == null) {
            return JsonNodeFactory.instance.objectNode();
        }
        var checked = PageShape.check(page, document);
        checked.misfits().forEach(misfit -> misfits.add(misfit.within(member)));
        checked.secrets()
                .keySet()
                .forEach(key -> refuse(
                        key,
                        key + ".secret",
                        "A manifest holds no secrets: take the %s out and enter it on its page."
                                .formatted(Fields.get(key).label().toLowerCase(Locale.ROOT))));
        return checked.document();
    }

    private Checked nothing() {
        return new Checked(SubmissionKind.NEW, Content.of(Set.of()), new ManifestLogo.Kept(), List.copyOf(misfits));
    }

    private void refuse(String field, String rule, String message) {
        misfits.add(new Misfit(field, rule, message, Misfit.Kind.SHAPE));
    }
}
