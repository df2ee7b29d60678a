package dev.oin.submission;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.oin.account.Caller;
import dev.oin.account.OnlyInDemo;
import dev.oin.kernel.Ids;
import dev.oin.kernel.SubmissionId;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import org.springframework.stereotype.Component;

/** Fills pages 1 to 3 of the demo's draft, as its super admin would. */
@Component
@OnlyInDemo
class DemoPages {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final CreateSubmission create;
    private final SaveConfiguration configuration;
    private final ReplaceLogo logo;
    private final SaveTestInformation testInformation;
    private final Ids ids;

    DemoPages(
            CreateSubmission create,
            SaveConfiguration configuration,
            ReplaceLogo logo,
            SaveTestInformation testInformation,
            Ids ids) {
        this.create = create;
        this.configuration = configuration;
        this.logo = logo;
        this.testInformation = testInformation;
        this.ids = ids;
    }

    void fill(Caller owner, JsonNode sample) {
        var protocols = JSON.objectNode();
        protocols.putArray("protocols").add("SAML").add("SCIM");
        var created = create.create(owner, protocols);
        if (!(created instanceof CreateSubmission.Outcome.Created(var draft))) {
            throw new IllegalStateException("The demo's draft was not created: " + created);
        }
        var id = draft.id();
        var revision = saved(configuration.save(owner, id, draft.revision(), configuration(sample)));
        revision = saved(logo(owner, id, revision));
        saved(testInformation.save(owner, id, revision, testInformation(sample)));
    }

    private SaveOutcome logo(Caller owner, SubmissionId id, long revision) {
        return switch (logo.replace(owner, id, revision, LogoImage.png(drawing()))) {
            case ReplaceLogo.Outcome.Done(var outcome) -> outcome;
            case ReplaceLogo.Outcome.TooLarge tooLarge -> throw new IllegalStateException("The drawing is too large");
            case ReplaceLogo.Outcome.NotAnImage none -> throw new IllegalStateException("The drawing is no image");
        };
    }

    private static long saved(SaveOutcome outcome) {
        if (outcome instanceof SaveOutcome.Saved(var submission, var problems, var changed)) {
            return submission.revision();
        }
        throw new IllegalStateException("The demo's draft was not saved: " + outcome);
    }

    private static ObjectNode configuration(JsonNode sample) {
        var page = JSON.objectNode();
        var catalog = page.putObject("catalog")
                .put("display_name", "Sample HR")
                .put(
                        "description",
                        "Sample HR keeps the staff records of small companies. With this integration people sign in once, and"
                                + " administrators save the work of creating and closing accounts by hand.");
        catalog.putArray("use_cases").add("Automation").add("Directory and HR Sync");
        catalog.putObject("public_support").put("email", "help@acme.test");
        var saml = page.putObject("saml")
                .put("acs_url", sample.at("/saml/acs_url").asText())
                .put("audience", sample.at("/saml/entity_id").asText())
                .put("config_guide_url", sample.at("/config_guide_urls/saml").asText());
        var attributes = saml.putArray("attributes");
        attributes.addObject().put("name", "email").put("values", "user.email");
        attributes.addObject().put("name", "firstName").put("values", "user.firstName");
        attributes.addObject().put("name", "lastName").put("values", "user.lastName");
        var scim = page.putObject("scim")
                .put("base_url", sample.at("/scim/base_url").asText())
                .put("auth_mode", "BEARER")
                .put("config_guide_url", sample.at("/config_guide_urls/scim").asText());
        scim.putArray("objects").add("USERS").add("GROUPS");
        scim.putArray("user_ops").add("CREATE").add("READ").add("UPDATE").add("DEACTIVATE");
        scim.putArray("group_ops").add("CREATE").add("READ").add("UPDATE").add("DELETE");
        return page;
    }

    private ObjectNode testInformation(JsonNode sample) {
        var page = JSON.objectNode()
                .put("account_url", sample.path("account_url").asText())
                .put("username", "isvtest@acme.test")
                .put("password", "demo-" + ids.next())
                .put("support_contact", "integrations@acme.test")
                .put(
                        "instructions",
                        "Sample HR makes an account for everybody who signs in through SAML. Base URL and token for SCIM are"
                                + " answered by its set-up call; test users can also be pushed by SCIM.");
        page.putObject("saml_test")
                .put("idp", true)
                .put("sp", true)
                .put("jit", true)
                .put("sp_url", sample.at("/saml/sp_url").asText())
                .put("sp_description", "Open the address; the app sends you to sign in.");
        return page;
    }

    /** A clock face on a transparent ground. */
    private static BufferedImage drawing() {
        var image = new BufferedImage(200, 200, BufferedImage.TYPE_INT_ARGB);
        var pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setColor(new Color(0x0A5BB5));
        pen.setStroke(new BasicStroke(16, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        pen.drawOval(24, 24, 152, 152);
        pen.drawLine(100, 100, 100, 58);
        pen.setColor(new Color(0x0B6133));
        pen.drawLine(100, 100, 136, 118);
        pen.dispose();
        return image;
    }
}
