package dev.oin.submission;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.oin.egress.AddressRules;
import dev.oin.kernel.Protocol;
import dev.oin.submission.expression.Expressions;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Pages 1 to 3 filled in well for OIDC, SAML, SCIM and Universal Logout; break one thing with {@link #with}. */
public final class PageFixture {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String CONFIGURATION = """
            {"catalog": {"display_name": "Example HR", "description": "Keeps staff records; leavers lose access the same day.",
                         "use_cases": ["Automation"],
                         "public_support": {"link": "https://help.example.com", "email": "help@example.com", "phone": "+1 555 0100"},
                         "app_website": "https://www.example.com"},
             "variables": [],
             "oidc": {"redirect_uris": ["https://app.example.com/callback"], "initiate_login_uri": "https://app.example.com/start",
                      "post_logout_uris": ["https://app.example.com/bye"], "config_guide_url": "https://docs.example.com/oidc",
                      "scopes": ["openid", "email"], "server_side_confirmed": true},
             "saml": {"acs_url": "https://app.example.com/acs", "acs_endpoints": [{"url": "https://app.example.com/acs2", "index": 1}],
                      "audience": "https://app.example.com/saml",
                      "attributes": [{"name": "email", "values": "user.email"}],
                      "group_attributes": [{"name": "groups", "name_format": "BASIC", "filter": "STARTS_WITH", "expression": "example-"}],
                      "config_guide_url": "https://docs.example.com/saml"},
             "scim": {"base_url": "https://app.example.com/scim/v2", "objects": ["USERS", "GROUPS"], "auth_mode": "OAUTH2",
                      "oauth": {"authorize_endpoint": "https://app.example.com/authorize", "token_endpoint": "https://app.example.com/token",
                                "client_id": "oin", "client_secret": "fixture client secret", "scopes": "scim"},
                      "user_ops": ["CREATE", "READ", "UPDATE", "DEACTIVATE"], "group_ops": ["CREATE", "READ", "UPDATE", "DELETE"],
                      "config_guide_url": "https://docs.example.com/scim", "username_is_email": true, "group_patch_batch": 100},
             "ul": {"endpoint": "https://app.example.com/revoke", "subject_format": "EMAIL", "partial": false}}""";

    private static final String TEST_INFORMATION = """
            {"account_url": "https://test.example.com/login", "username": "oin@example.com", "password": "fixture password",
             "support_contact": "integrations@example.com", "instructions": "Open People to add test users.",
             "oidc_test": {"jit": false, "sp_url": "https://app.example.com/login"},
             "saml_test": {"idp": true, "sp": true, "jit": false, "sp_url": "https://app.example.com/login",
                           "sp_description": "Open the address."}}""";

    private final ObjectNode configuration = read(CONFIGURATION);
    private final ObjectNode testInformation = read(TEST_INFORMATION);

    private PageFixture() {}

    public static PageFixture pages() {
        return new PageFixture();
    }

    /** With one value replaced; {@code null} takes it away. The path is that of the document, lists by {@code [n]}. */
    public PageFixture with(String path, String json) {
        var isTest = testInformation.has(path.split("[.\\[]")[0]);
        put(isTest ? testInformation : configuration, path, read(json, JsonNode.class));
        return this;
    }

    /** With one type of entitlements. */
    PageFixture withEntitlements() {
        return with("ent", """
                {"types": [{"resource_type": "Role", "endpoint": "/Roles", "map": {"id": "id", "display_name": "displayName"}}]}""");
    }

    public ObjectNode configuration() {
        return configuration;
    }

    public ObjectNode testInformation() {
        return testInformation;
    }

    Content content() {
        return content(Set.of(Protocol.OIDC, Protocol.SAML, Protocol.SCIM, Protocol.UNIVERSAL_LOGOUT));
    }

    Content content(Set<Protocol> protocols) {
        return new Content(
                protocols,
                ContentJson.read(checked(WizardPage.CONFIGURATION, configuration), Configuration.class),
                new Logo("0", "image/png", 200, 200, 100),
                ContentJson.read(checked(WizardPage.TEST_INFORMATION, testInformation), TestInformation.class));
    }

    /** Rules with real syntax and an operator who allows nothing. */
    static Rulebook rules() {
        var expressions = new Expressions();
        var urls = new UrlRule(PageFixture::objection);
        return new Rulebook(new FieldRules(new AddressRule(expressions, urls), urls), new VariableRules(expressions));
    }

    /** Evaluates as the product does, for stages that start without this module. */
    public static EvaluateExpressions evaluation(AddressRules addresses, JdbcClient client) {
        var expressions = new Expressions();
        return new EvaluateExpressions(
                expressions, new AddressRule(expressions, new UrlRule(addresses)), new Backgrounds(client));
    }

    /** Previews as the product makes them, for an operator who allows nothing. */
    static PreviewExpressions previews() {
        var expressions = new Expressions();
        var addresses = new AddressRule(expressions, new UrlRule(PageFixture::objection));
        var nobody = new Backgrounds(null);
        return new PreviewExpressions(
                new EvaluateExpressions(expressions, addresses, nobody),
                addresses,
                new VariableRules(expressions),
                nobody);
    }

    private static Optional<String> objection(URI url) {
        if (url.getHost() == null) {
            return Optional.of("Enter a complete URL that begins with https://.");
        }
        return "https".equals(url.getScheme()) ? Optional.empty() : Optional.of("Use https:// instead of http://.");
    }

    private static ObjectNode checked(WizardPage page, ObjectNode document) {
        var checked = PageShape.check(page, document);
        if (!checked.misfits().isEmpty()) {
            throw new IllegalArgumentException(checked.misfits().toString());
        }
        return checked.document();
    }

    private static void put(ObjectNode root, String path, JsonNode value) {
        var steps = List.of(path.replaceAll("\\[(\\d+)]", ".$1").split("\\."));
        JsonNode at = root;
        for (var step : steps.subList(0, steps.size() - 1)) {
            at = at.isArray() ? at.get(Integer.parseInt(step)) : at.get(step);
        }
        var last = steps.getLast();
        switch (at) {
            case ArrayNode array -> array.set(Integer.parseInt(last), value);
            case ObjectNode object when value.isNull() -> object.remove(last);
            case ObjectNode object -> object.set(last, value);
            default -> throw new IllegalArgumentException(path);
        }
    }

    public static ObjectNode read(String json) {
        return read(json, ObjectNode.class);
    }

    private static <T> T read(String json, Class<T> type) {
        try {
            return JSON.readValue(json, type);
        } catch (JsonProcessingException broken) {
            throw new IllegalArgumentException(json, broken);
        }
    }
}
