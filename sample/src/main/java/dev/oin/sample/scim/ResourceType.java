package dev.oin.sample.scim;

import static dev.oin.sample.scim.Attribute.Type.BINARY;
import static dev.oin.sample.scim.Attribute.Type.BOOLEAN;
import static dev.oin.sample.scim.Attribute.Type.DATE_TIME;
import static dev.oin.sample.scim.Attribute.Type.REFERENCE;
import static dev.oin.sample.scim.Attribute.complex;
import static dev.oin.sample.scim.Attribute.of;
import static dev.oin.sample.scim.Attribute.text;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The kinds of resources that this server keeps. */
enum ResourceType {
    USER("User", "/Users", core("User", "User account", userAttributes()), List.of(enterprise())),
    GROUP("Group", "/Groups", core("Group", "Group of users", groupAttributes()), List.of()),
    ROLE("Role", "/Roles", offered("Role", text("displayName").mandatory(), text("description")), List.of()),
    LICENSE("License", "/Licenses", entitlement(), List.of()),
    SITE("Site", "/Sites", entitlement(), List.of());

    static final String ENTERPRISE = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";

    private static final List<Attribute> COMMON = List.of(
            text("id").readOnly().exact().always(),
            text("externalId").exact(),
            of("schemas", REFERENCE).multiple().exact().always(),
            complex(
                            "meta",
                            text("resourceType").readOnly().exact(),
                            of("created", DATE_TIME).readOnly(),
                            of("lastModified", DATE_TIME).readOnly(),
                            of("location", REFERENCE).readOnly().exact(),
                            text("version").readOnly().exact())
                    .readOnly());

    private final String title;
    private final String endpoint;
    private final Schema core;
    private final List<Schema> extensions;

    ResourceType(String title, String endpoint, Schema core, List<Schema> extensions) {
        this.title = title;
        this.endpoint = endpoint;
        this.core = core;
        this.extensions = extensions;
    }

    String title() {
        return title;
    }

    String endpoint() {
        return endpoint;
    }

    /** Whether these are what people can be given. */
    boolean isOffered() {
        return this == ROLE || this == LICENSE || this == SITE;
    }

    Schema core() {
        return core;
    }

    List<Schema> extensions() {
        return extensions;
    }

    Stream<Schema> schemas() {
        return Stream.concat(Stream.of(core), extensions.stream());
    }

    Optional<Schema> extension(String urn) {
        return extensions.stream()
                .filter(each -> each.urn().equalsIgnoreCase(urn))
                .findFirst();
    }

    /** The attribute with this name in any letter case, of the extension {@code urn} or else of the core. */
    Optional<Attribute> attribute(@Nullable String urn, String name) {
        if (urn != null) {
            return extension(urn).flatMap(schema -> schema.attribute(name));
        }
        return core.attribute(name)
                .or(() -> COMMON.stream()
                        .filter(each -> each.name().equalsIgnoreCase(name))
                        .findFirst());
    }

    private static Schema core(String name, String description, List<Attribute> attributes) {
        return new Schema("urn:ietf:params:scim:schemas:core:2.0:" + name, name, description, attributes);
    }

    private static Schema entitlement() {
        return offered(
                "Entitlement", text("displayName").mandatory(), text("type").mandatory(), text("description"));
    }

    private static Schema offered(String name, Attribute... attributes) {
        return new Schema(
                "urn:okta:scim:schemas:core:1.0:" + name, name, "What people can be given", List.of(attributes));
    }

    private static Schema enterprise() {
        return new Schema(
                "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User",
                "EnterpriseUser",
                "Enterprise user",
                List.of(
                        text("employeeNumber"),
                        text("costCenter"),
                        text("organization"),
                        text("division"),
                        text("department"),
                        complex(
                                "manager",
                                text("value"),
                                of("$ref", REFERENCE).exact(),
                                text("displayName").readOnly())));
    }

    private static List<Attribute> userAttributes() {
        return List.of(
                text("userName").mandatory().unique(),
                complex(
                        "name",
                        text("formatted"),
                        text("familyName"),
                        text("givenName"),
                        text("middleName"),
                        text("honorificPrefix"),
                        text("honorificSuffix")),
                text("displayName"),
                text("nickName"),
                of("profileUrl", REFERENCE).exact(),
                text("title"),
                text("userType"),
                text("preferredLanguage"),
                text("locale"),
                text("timezone"),
                of("active", BOOLEAN),
                text("password").secret(),
                plural("emails", text("value")),
                plural("phoneNumbers", text("value")),
                plural("ims", text("value")),
                plural("photos", of("value", REFERENCE).exact()),
                complex(
                                "addresses",
                                text("formatted"),
                                text("streetAddress"),
                                text("locality"),
                                text("region"),
                                text("postalCode"),
                                text("country"),
                                text("type"),
                                of("primary", BOOLEAN))
                        .multiple(),
                complex(
                                "groups",
                                text("value").readOnly().exact(),
                                of("$ref", REFERENCE).readOnly().exact(),
                                text("display").readOnly(),
                                text("type").readOnly())
                        .multiple()
                        .readOnly(),
                plural("entitlements", text("value")),
                plural("roles", text("value")),
                plural("x509Certificates", of("value", BINARY).exact()));
    }

    private static List<Attribute> groupAttributes() {
        return List.of(
                text("displayName").mandatory(),
                complex("members", text("value").exact(), of("$ref", REFERENCE).exact(), text("display"), text("type"))
                        .multiple());
    }

    private static Attribute plural(String name, Attribute value) {
        return complex(name, value, text("display"), text("type"), of("primary", BOOLEAN))
                .multiple();
    }
}
