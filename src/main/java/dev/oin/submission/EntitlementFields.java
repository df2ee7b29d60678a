package dev.oin.submission;

import static dev.oin.submission.FieldWriter.help;

import java.util.List;

/** Submission-rules 9: entitlement management. */
final class EntitlementFields {

    private static final FieldWriter TYPE = new FieldWriter(Section.ENTITLEMENTS, "ent.types[].");
    private static final int NAME = 255;

    static final List<Field> ALL = List.of(
            TYPE.text(
                    "resource_type",
                    "Resource type",
                    Need.IN_EACH_ROW,
                    NAME,
                    Format.LINE,
                    help("The name in your server's list of resource types.", "License", "")),
            TYPE.text(
                    "endpoint",
                    "Endpoint",
                    Need.IN_EACH_ROW,
                    FieldWriter.URL,
                    Format.LINE,
                    help("Where your server lists them, below the base URL.", "/Licenses", "Licenses (no slash)")),
            TYPE.yesNo("required", "Required", Need.OPTIONAL, help("Nobody is assigned without one.")),
            TYPE.yesNo("multi_valued", "Multi-valued", Need.OPTIONAL, help("Somebody may have more than one.")),
            TYPE.text(
                    "description",
                    "Description",
                    Need.OPTIONAL,
                    1000,
                    Format.LINE,
                    help("What they are for.", "What the customer paid for", "")),
            TYPE.text(
                    "map.id",
                    "ID attribute",
                    Need.IN_EACH_ROW,
                    NAME,
                    Format.LINE,
                    help("The attribute that holds the id.", "id", "")),
            TYPE.text(
                    "map.display_name",
                    "Display name attribute",
                    Need.IN_EACH_ROW,
                    NAME,
                    Format.LINE,
                    help("The attribute that holds the name that people read.", "displayName", "")),
            TYPE.text(
                    "map.description",
                    "Description attribute",
                    Need.OPTIONAL,
                    NAME,
                    Format.LINE,
                    help("The attribute that holds the description.", "description", "")));

    static final List<FieldList> LISTS = List.of(new FieldList(
            "ent.types",
            "Entitlement types",
            "entitlement type",
            Section.ENTITLEMENTS,
            20,
            true,
            "The kinds of roles and entitlements that your server lists; each is named by a resource type with the schema"
                    + " of a role or an entitlement."));

    private EntitlementFields() {}
}
