package dev.oin.sandbox.scim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes the standard's names as the standard does: servers may write them in any letter case (RFC 7643, section 2.1). */
final class ScimNames {

    private static final Map<String, String> STANDARD = Stream.of(
                    "id externalId meta resourceType created lastModified location version schemas",
                    "totalResults itemsPerPage startIndex Resources detail status scimType",
                    "userName name formatted familyName givenName middleName honorificPrefix honorificSuffix displayName",
                    "nickName profileUrl title userType preferredLanguage locale timezone active password",
                    "emails phoneNumbers ims photos addresses groups entitlements roles x509Certificates",
                    "value display type primary streetAddress locality region postalCode country members",
                    "employeeNumber costCenter organization division department manager",
                    "patch bulk filter changePassword sort etag supported authenticationSchemes endpoint schema description")
            .flatMap(line -> Stream.of(line.split(" ")))
            .collect(Collectors.toMap(name -> name.toLowerCase(Locale.ROOT), Function.identity()));

    private ScimNames() {}

    static JsonNode standard(JsonNode body) {
        if (body.isArray()) {
            var list = JsonNodeFactory.instance.arrayNode();
            body.forEach(element -> list.add(standard(element)));
            return list;
        }
        if (!body.isObject()) {
            return body;
        }
        var object = JsonNodeFactory.instance.objectNode();
        body.properties().forEach(member -> {
            var name = STANDARD.getOrDefault(member.getKey().toLowerCase(Locale.ROOT), member.getKey());
            object.set(body.has(name) ? member.getKey() : name, standard(member.getValue()));
        });
        return object;
    }
}
