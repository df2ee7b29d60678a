package dev.oin.submission;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Every limit of the wizard's fields (submission-rules 3 to 11, 13) as rows: one value in otherwise sound pages, and what must come of it, whichever way it
 * comes in. The numbers are those of the specification, not of the code.
 */
public final class LimitsTable {

    /** What a value leads to. */
    public enum Answer {
        /** Saved, nothing is wrong. */
        WELL,
        /** Saved, and listed as the one error. */
        PROBLEM,
        /** Nothing is saved. */
        REFUSED
    }

    /**
     * One value.
     *
     * @param path of the page's document
     * @param json the value; {@code null} takes the member away
     * @param field where it is reported; empty where nothing is
     * @param rule by which; empty where nothing is
     */
    public record Row(String path, String json, String field, String rule, Answer answer) {

        /** Sound pages with the value. */
        public PageFixture pages() {
            var pages = PageFixture.pages();
            return (isOfEntitlements() ? pages.withEntitlements() : pages).with(path, json);
        }

        boolean isOfEntitlements() {
            return path.startsWith("ent.");
        }

        /** Whether the value stands on page 3. */
        public boolean isTestInformation() {
            return PageFixture.pages().testInformation().has(path.split("[.\\[]")[0]);
        }

        @Override
        public String toString() {
            return "%s = %s"
                    .formatted(path, json.length() > 60 ? json.substring(0, 60) + "… (" + json.length() + ")" : json);
        }
    }

    private static final Pattern STAR = Pattern.compile("\"[^\"]*\\*[^\"]*\"");

    /** The most characters; the star stands for as many as are needed. */
    private static final String LENGTHS = """
            catalog.display_name                | display_name                        | 64   | *
            catalog.description                 | description                         | 1023 | *
            catalog.public_support.link         | public_support.link                 | 2048 | https://help.example.com/*
            catalog.public_support.email        | public_support.email                | 254  | help@*.example.com
            catalog.app_website                 | app_website                         | 2048 | https://www.example.com/*
            variables                           | variables[0].label                  | 255  | [{"label":"*","name":"a"}]
            variables                           | variables[0].name                   | 1024 | [{"label":"A","name":"*"}]
            oidc.redirect_uris[0]               | oidc.redirect_uris[0]               | 1024 | https://app.example.com/*
            oidc.initiate_login_uri             | oidc.initiate_login_uri             | 1024 | https://app.example.com/*
            oidc.post_logout_uris[0]            | oidc.post_logout_uris[0]            | 1024 | https://app.example.com/*
            oidc.config_guide_url               | oidc.config_guide_url               | 2048 | https://docs.example.com/*
            saml.acs_url                        | saml.acs_url                        | 1024 | https://app.example.com/*
            saml.acs_endpoints[0].url           | saml.acs_endpoints[0].url           | 1024 | https://app.example.com/*
            saml.audience                       | saml.audience                       | 1024 | *
            saml.attributes[0].name             | saml.attributes[0].name             | 512  | *
            saml.attributes[0].values           | saml.attributes[0].values           | 1024 | *
            saml.group_attributes[0].name       | saml.group_attributes[0].name       | 512  | *
            saml.group_attributes[0].expression | saml.group_attributes[0].expression | 1024 | *
            saml.config_guide_url               | saml.config_guide_url               | 2048 | https://docs.example.com/*
            scim.base_url                       | scim.base_url                       | 1024 | https://app.example.com/*
            scim.oauth.authorize_endpoint       | scim.oauth.authorize_endpoint       | 1024 | https://app.example.com/*
            scim.oauth.token_endpoint           | scim.oauth.token_endpoint           | 1024 | https://app.example.com/*
            scim.oauth.client_id                | scim.oauth.client_id                | 255  | *
            scim.oauth.scopes                   | scim.oauth.scopes                   | 1024 | *
            scim.config_guide_url               | scim.config_guide_url               | 2048 | https://docs.example.com/*
            ul.endpoint                         | ul.endpoint                         | 1024 | https://app.example.com/*
            account_url                         | test.account_url                    | 2048 | https://test.example.com/*
            username                            | test.username                       | 255  | *
            support_contact                     | test.support_contact                | 254  | oin@*.example.com
            instructions                        | test.instructions                   | 4000 | *
            oidc_test.sp_url                    | oidc_test.sp_url                    | 512  | https://app.example.com/*
            saml_test.sp_url                    | saml_test.sp_url                    | 512  | https://app.example.com/*
            saml_test.sp_description            | saml_test.sp_description            | 2048 | *
            saml_test.notes                     | saml_test.notes.backup_url          | 512  | {"backup_url":"https://app.example.com/*"}
            saml_test.notes                     | saml_test.notes.plans               | 512  | {"plans":"*"}
            saml_test.notes                     | saml_test.notes.user_identifier     | 512  | {"user_identifier":"*"}
            saml_test.notes                     | saml_test.notes.force_authentication | 2048 | {"force_authentication":"*"}
            saml_test.notes                     | saml_test.notes.encryption          | 2048 | {"encryption":"*"}
            saml_test.notes                     | saml_test.notes.relay_state         | 1024 | {"relay_state":"*"}
            saml_test.notes                     | saml_test.notes.video_url           | 2048 | {"video_url":"https://app.example.com/*"}
            saml_test.notes                     | saml_test.notes.validator_url       | 2048 | {"validator_url":"https://app.example.com/*"}
            """;

    /** Numbers at their bounds and beyond: path, least, most. */
    private static final String NUMBERS = """
            saml.acs_endpoints[0].index | 0   | 65535
            scim.group_patch_batch      | 100 | 1000
            """;

    /** How many there may be: path, most, one entry with its number for #, what too many are. */
    private static final String COUNTS = """
            variables              | 8   | {"label":"L","name":"v#"}                            | PROBLEM | variables | X-4
            oidc.redirect_uris     | 20  | "https://app.example.com/#"                          | PROBLEM | oidc.redirect_uris | oidc.redirect_uris.length
            oidc.post_logout_uris  | 20  | "https://app.example.com/#"                          | PROBLEM | oidc.post_logout_uris | oidc.post_logout_uris.length
            saml.acs_endpoints     | 100 | {"url":"https://app.example.com/#","index":#}        | REFUSED | saml.acs_endpoints | saml.acs_endpoints.length
            saml.attributes        | 100 | {"name":"a#","values":"user.email"}                  | REFUSED | saml.attributes | saml.attributes.length
            saml.group_attributes  | 100 | {"name":"g#","name_format":"URI","filter":"EQUALS","expression":"x"} | REFUSED | saml.group_attributes | saml.group_attributes.length
            """;

    /** Values that are in no list. */
    private static final String LISTS = """
            catalog.use_cases                    | ["Automation","Payments"] | use_cases
            oidc.scopes                          | ["openid","groups"]       | oidc.scopes
            oidc.scopes                          | ["openid","offline_access"] | oidc.scopes
            saml.group_attributes[0].name_format | "X500"                    | saml.group_attributes[0].name_format
            saml.group_attributes[0].filter      | "ENDS_WITH"               | saml.group_attributes[0].filter
            scim.objects                         | ["USERS","DEVICES"]       | scim.objects
            scim.auth_mode                       | "BASIC"                   | scim.auth_mode
            scim.user_ops                        | ["READ","DELETE"]         | scim.user_ops
            scim.group_ops                       | ["READ","MERGE"]          | scim.group_ops
            ul.subject_format                    | "PHONE"                   | ul.subject_format
            """;

    /** Values with a meaning that is wrong: path, value, where it is reported, by which rule. */
    private static final String MEANINGS = """
            catalog.display_name             | null                                      | display_name                   | display_name.required
            catalog.description              | null                                      | description                    | description.required
            catalog.use_cases                | ["Automation","Zero Trust","Identity Verification","Centralized Logging"] | use_cases | X-7
            catalog.public_support.link      | "http://help.example.com"                 | public_support.link            | public_support.link.https
            catalog.public_support           | null                                      | public_support.link            | public_support.required
            catalog.public_support.email     | "help at example.com"                     | public_support.email           | public_support.email.format
            catalog.public_support.email     | "help@localhost"                          | public_support.email           | public_support.email.format
            catalog.public_support.phone     | "call us"                                 | public_support.phone           | public_support.phone.format
            catalog.app_website              | "www.example.com"                         | app_website                    | app_website.format
            oidc.redirect_uris               | []                                        | oidc.redirect_uris             | oidc.redirect_uris.required
            oidc.redirect_uris[0]            | "http://app.example.com/cb"               | oidc.redirect_uris[0]          | oidc.redirect_uris[].https
            oidc.redirect_uris[0]            | "https://app.example.com/cb#here"         | oidc.redirect_uris[0]          | oidc.redirect_uris[].format
            oidc.redirect_uris[0]            | "https://*.example.com/cb"                | oidc.redirect_uris[0]          | oidc.redirect_uris[].format
            oidc.redirect_uris[0]            | "https://{app.x}.example.com/cb"          | oidc.redirect_uris[0]          | IR-EX-2
            oidc.redirect_uris               | ["https://a.example.com","https://a.example.com"] | oidc.redirect_uris[1]  | oidc.redirect_uris[].unique
            oidc.initiate_login_uri          | "//app.example.com"                       | oidc.initiate_login_uri        | oidc.initiate_login_uri.format
            oidc.post_logout_uris[0]         | "ftp://app.example.com"                   | oidc.post_logout_uris[0]       | oidc.post_logout_uris[].format
            oidc.config_guide_url            | null                                      | oidc.config_guide_url          | oidc.config_guide_url.required
            oidc.scopes                      | ["email"]                                 | oidc.scopes                    | oidc.scopes.required
            oidc.server_side_confirmed       | false                                     | oidc.server_side_confirmed     | PR-6
            oidc.server_side_confirmed       | null                                      | oidc.server_side_confirmed     | PR-6
            saml.acs_url                     | null                                      | saml.acs_url                   | saml.acs_url.required
            saml.acs_url                     | "http://app.example.com/acs"              | saml.acs_url                   | saml.acs_url.https
            saml.acs_url                     | "https://${org.x}.example.com/acs"        | saml.acs_url                   | IR-EX-2
            saml.acs_url                     | "https://app example.com"                 | saml.acs_url                   | saml.acs_url.format
            saml.acs_endpoints[0].url        | null                                      | saml.acs_endpoints[0].url      | saml.acs_endpoints[].url.required
            saml.acs_endpoints[0].index      | null                                      | saml.acs_endpoints[0].index    | saml.acs_endpoints[].index.required
            saml.acs_endpoints[0].index      | -1                                        | saml.acs_endpoints[0].index    | saml.acs_endpoints[].index.format
            saml.acs_endpoints[0].index      | 65536                                     | saml.acs_endpoints[0].index    | saml.acs_endpoints[].index.format
            saml.acs_endpoints               | [{"url":"https://a.example.com","index":1},{"url":"https://b.example.com","index":1}] | saml.acs_endpoints[1].index | saml.acs_endpoints[].index.unique
            saml.audience                    | null                                      | saml.audience                  | saml.audience.required
            saml.audience                    | "${org.x}"                                | saml.audience                  | IR-EX-2
            saml.attributes[0].name          | null                                      | saml.attributes[0].name        | saml.attributes[].name.required
            saml.attributes[0].values        | null                                      | saml.attributes[0].values      | saml.attributes[].values.required
            saml.attributes[0].values        | "user.password"                           | saml.attributes[0].values      | IR-EX-3
            saml.attributes                  | [{"name":"a","values":"x"},{"name":"a","values":"y"}] | saml.attributes[1].name | saml.attributes[].name.unique
            saml.group_attributes[0].filter  | null                                      | saml.group_attributes[0].filter | saml.group_attributes[].filter.required
            saml.group_attributes            | [{"name":"g","name_format":"URI","filter":"MATCHES_REGEX","expression":"["}] | saml.group_attributes[0].expression | saml.group_attributes[].expression.format
            saml.config_guide_url            | null                                      | saml.config_guide_url          | saml.config_guide_url.required
            scim.base_url                    | null                                      | scim.base_url                  | scim.base_url.required
            scim.base_url                    | "https://app.example.com/scim_2"          | scim.base_url                  | scim.base_url.format
            scim.base_url                    | "'https://' + app.x"                      | scim.base_url                  | IR-EX-2
            scim.auth_mode                   | null                                      | scim.auth_mode                 | scim.auth_mode.required
            scim.objects                     | ["GROUPS"]                                | scim.objects                   | scim.objects.required
            scim.user_ops                    | ["CREATE"]                                | scim.user_ops                  | scim.user_ops.required
            scim.group_ops                   | ["CREATE"]                                | scim.group_ops                 | X-6
            scim.group_ops                   | []                                        | scim.group_ops                 | X-6
            scim.oauth.authorize_endpoint    | null                                      | scim.oauth.authorize_endpoint  | X-5
            scim.oauth.token_endpoint        | null                                      | scim.oauth.token_endpoint      | X-5
            scim.oauth.client_id             | null                                      | scim.oauth.client_id           | X-5
            scim.config_guide_url            | null                                      | scim.config_guide_url          | scim.config_guide_url.required
            scim.group_patch_batch           | 99                                        | scim.group_patch_batch         | scim.group_patch_batch.format
            scim.group_patch_batch           | 1001                                      | scim.group_patch_batch         | scim.group_patch_batch.format
            ul.endpoint                      | null                                      | ul.endpoint                    | ul.endpoint.required
            ul.endpoint                      | "https://app.example.com/r#x"             | ul.endpoint                    | ul.endpoint.format
            account_url                      | null                                      | test.account_url               | test.account_url.required
            account_url                      | "http://test.example.com"                 | test.account_url               | test.account_url.https
            username                         | null                                      | test.username                  | test.username.required
            support_contact                  | null                                      | test.support_contact           | test.support_contact.required
            support_contact                  | "somebody"                                | test.support_contact           | test.support_contact.format
            instructions                     | null                                      | test.instructions              | test.instructions.required
            oidc_test.jit                    | null                                      | oidc_test.jit                  | oidc_test.jit.required
            oidc_test.sp_url                 | null                                      | oidc_test.sp_url               | X-3
            saml_test.jit                    | null                                      | saml_test.jit                  | saml_test.jit.required
            saml_test.sp_url                 | null                                      | saml_test.sp_url               | X-3
            saml_test.sp_description         | null                                      | saml_test.sp_description       | X-3
            saml_test                        | {"jit":true}                              | saml_test.idp                  | X-1
            variables                        | [{"name":"subdomain"}]                    | variables[0].label             | variables[].label.required
            variables                        | [{"label":"Sub"}]                         | variables[0].name              | variables[].name.required
            variables                        | [{"label":"Sub","name":"Sub"}]            | variables[0].name              | variables[].name.format
            variables                        | [{"label":"Sub","name":"1sub"}]           | variables[0].name              | variables[].name.format
            variables                        | [{"label":"Sub","name":"session"}]        | variables[0].name              | IV-4
            variables                        | [{"label":"A","name":"a"},{"label":"B","name":"a"}] | variables[1].name    | variables[].name.unique
            scim.mappings                    | []                                        | scim.mappings                  | scim.mappings.required
            scim.mappings                    | [{"direction":"TO_APP","source":"login","target":"userName","scope":"PERSONAL"}] | scim.mappings | scim.mappings.base
            saml_test.notes                  | {"backup_url":"http://app.example.com"}   | saml_test.notes.backup_url     | saml_test.notes.backup_url.https
            saml_test.notes                  | {"video_url":"video"}                     | saml_test.notes.video_url      | saml_test.notes.video_url.format
            saml_test.notes                  | {"validator_url":"https://x.example.com/#a"} | saml_test.notes.validator_url | saml_test.notes.validator_url.format
            """;

    /** The most characters of entitlement types (submission-rules 9). */
    private static final String ENTITLEMENT_LENGTHS = """
            ent.types[0].resource_type    | ent.types[0].resource_type    | 255  | *
            ent.types[0].endpoint         | ent.types[0].endpoint         | 1024 | /*
            ent.types[0].description      | ent.types[0].description      | 1000 | *
            ent.types[0].map.id           | ent.types[0].map.id           | 255  | *
            ent.types[0].map.display_name | ent.types[0].map.display_name | 255  | *
            ent.types[0].map.description  | ent.types[0].map.description  | 255  | *
            """;

    /** How many entitlement types there may be. */
    private static final String ENTITLEMENT_COUNTS = """
            ent.types | 20 | {"resource_type":"R#","endpoint":"/R#","map":{"id":"id","display_name":"name"}} | PROBLEM | ent.types | ent.types.length
            """;

    /** Entitlement types with a meaning that is wrong. */
    private static final String ENTITLEMENT_MEANINGS = """
            ent.types                     | []           | ent.types                     | ent.types.required
            ent.types[0].resource_type    | null         | ent.types[0].resource_type    | ent.types[].resource_type.required
            ent.types[0].endpoint         | null         | ent.types[0].endpoint         | ent.types[].endpoint.required
            ent.types[0].endpoint         | "Roles"      | ent.types[0].endpoint         | ent.types[].endpoint.format
            ent.types[0].endpoint         | "//a.test/"  | ent.types[0].endpoint         | ent.types[].endpoint.format
            ent.types[0].map.id           | null         | ent.types[0].map.id           | ent.types[].map.id.required
            ent.types[0].map.display_name | null         | ent.types[0].map.display_name | ent.types[].map.display_name.required
            ent.types                     | [{"resource_type":"R","endpoint":"/R","map":{"id":"a","display_name":"b"}},{"resource_type":"R","endpoint":"/S","map":{"id":"a","display_name":"b"}}] | ent.types[1].resource_type | ent.types[].resource_type.unique
            """;

    private LimitsTable() {}

    /** All rows but those of entitlements, which operators switch on; those of page 2 first. */
    public static List<Row> rows() {
        return rows(LENGTHS, NUMBERS, COUNTS, LISTS, MEANINGS);
    }

    static List<Row> rowsOfEntitlements() {
        return rows(ENTITLEMENT_LENGTHS, "", ENTITLEMENT_COUNTS, "", ENTITLEMENT_MEANINGS);
    }

    private static List<Row> rows(String lengths, String numbers, String counts, String lists, String meanings) {
        var rows = new ArrayList<Row>();
        cells(lengths).forEach(cells -> rows.addAll(lengths(cells)));
        cells(numbers).forEach(cells -> rows.addAll(numbers(cells)));
        cells(counts).forEach(cells -> rows.addAll(counts(cells)));
        cells(lists)
                .forEach(cells -> rows.add(new Row(
                        cells.get(0), cells.get(1), cells.get(2), general(cells.get(2)) + ".list", Answer.REFUSED)));
        cells(meanings)
                .forEach(cells ->
                        rows.add(new Row(cells.get(0), cells.get(1), cells.get(2), cells.get(3), Answer.PROBLEM)));
        return rows.stream()
                .sorted(Comparator.comparing(Row::isTestInformation))
                .toList();
    }

    private static List<Row> lengths(List<String> cells) {
        var path = cells.get(0);
        var field = cells.get(1);
        var most = Integer.parseInt(cells.get(2));
        return List.of(
                new Row(path, text(cells.get(3), most - 1), "", "", Answer.WELL),
                new Row(path, text(cells.get(3), most), "", "", Answer.WELL),
                new Row(path, text(cells.get(3), most + 1), field, general(field) + ".length", Answer.REFUSED));
    }

    private static String text(String pattern, int length) {
        var json = pattern.matches("[\\[{].*") ? pattern : "\"" + pattern + "\"";
        var around =
                STAR.matcher(json).results().findFirst().orElseThrow().group().length() - "\"*\"".length();
        return json.replace("*", "x".repeat(length - around));
    }

    private static List<Row> numbers(List<String> cells) {
        var path = cells.get(0);
        var least = Integer.parseInt(cells.get(1));
        var most = Integer.parseInt(cells.get(2));
        var rule = general(path) + ".format";
        return List.of(
                new Row(path, Integer.toString(least - 1), path, rule, Answer.PROBLEM),
                new Row(path, Integer.toString(least), "", "", Answer.WELL),
                new Row(path, Integer.toString(most), "", "", Answer.WELL),
                new Row(path, Integer.toString(most + 1), path, rule, Answer.PROBLEM));
    }

    private static List<Row> counts(List<String> cells) {
        var most = Integer.parseInt(cells.get(1));
        return List.of(
                new Row(cells.get(0), list(cells.get(2), most), "", "", Answer.WELL),
                new Row(
                        cells.get(0),
                        list(cells.get(2), most + 1),
                        cells.get(4),
                        cells.get(5),
                        Answer.valueOf(cells.get(3))));
    }

    private static String list(String entry, int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> entry.replace("#", Integer.toString(number)))
                .collect(Collectors.joining(",", "[", "]"));
    }

    private static String general(String field) {
        return field.replaceAll("\\[\\d+]", "[]");
    }

    private static Stream<List<String>> cells(String table) {
        return table.lines()
                .map(line ->
                        Stream.of(line.split("\\s+\\|\\s+")).map(String::strip).toList())
                .filter(cells -> cells.size() > 1);
    }
}
