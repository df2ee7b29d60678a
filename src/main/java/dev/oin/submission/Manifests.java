package dev.oin.submission;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Base64;
import org.springframework.stereotype.Component;

/** Submissions as one document, without secrets. */
@Component
public class Manifests {

    private final Logos logos;

    Manifests(Logos logos) {
        this.logos = logos;
    }

    /** Pages 1 to 3 and the logo; read back, it is the same content. */
    public ObjectNode of(Submission submission) {
        var content = submission.content();
        var manifest = of(submission.kind(), content);
        var logo = content.logo();
        if (logo != null) {
            logos.find(submission.integration(), logo)
                    .ifPresent(image -> manifest.putObject("logo")
                            .put("media_type", image.mediaType())
                            .put("data", Base64.getEncoder().encodeToString(image.content())));
        }
        return manifest;
    }

    /** All but the logo. */
    public static ObjectNode of(SubmissionKind kind, Content content) {
        var manifest = JsonNodeFactory.instance.objectNode();
        manifest.put("schema_version", ManifestShape.SCHEMA_VERSION).put("kind", kind.name());
        var protocols = manifest.putArray("protocols");
        content.protocols().forEach(protocol -> protocols.add(protocol.name()));
        manifest.set("configuration", ContentJson.tree(content.configuration()));
        var tests = ContentJson.tree(content.testInformation());
        if (!Section.OIDC_TEST.appliesTo(content)) {
            tests.remove("oidc_test");
        }
        if (!Section.SAML_TEST.appliesTo(content)) {
            tests.remove("saml_test");
        }
        manifest.set("test_information", tests);
        return manifest;
    }
}
