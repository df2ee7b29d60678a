package dev.oin.sandbox.saml;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** Documents that an attacker would hand in as a service provider's metadata. */
public final class HostileMetadata {

    /** What refusing one may cost, in bytes. */
    public static final long MOST_MEMORY = 64L * 1024 * 1024;

    private HostileMetadata() {}

    /** Each by its name. */
    public static Map<String, byte[]> documents() {
        var documents = new LinkedHashMap<String, String>();
        documents.put(
                "a file of the machine", entity("<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>", "&x;"));
        documents.put("an address inside", entity("<!DOCTYPE a SYSTEM \"http://127.0.0.1:1/x.dtd\">", ""));
        documents.put("a billion laughs", entity(laughs(), "&x9;"));
        documents.put(
                "a long entity, often",
                entity("<!DOCTYPE a [<!ENTITY x \"" + "x".repeat(50_000) + "\">]>", "&x;".repeat(20_000)));
        documents.put("nested, well-formed", "<a>".repeat(18_000) + "</a>".repeat(18_000));
        documents.put("nested SAML", entity("", "<md:Extensions>".repeat(3_000) + "</md:Extensions>".repeat(3_000)));
        documents.put("nested, never closed", "<a>".repeat(60_000));
        documents.put("wide", entity("", "<b/>".repeat(60_000)));
        documents.put("many attributes", "<a " + attributes(15_000) + "/>");
        documents.put("one long name", "<" + "a".repeat(250_000) + "/>");
        documents.put("longer than a quarter of a megabyte", "x".repeat(300_000));
        documents.put(
                "a stylesheet",
                "<?xml-stylesheet href=\"http://127.0.0.1:1/x.xsl\"?><xsl:stylesheet xmlns:xsl=\"http://www.w3.org/1999/XSL/Transform\"/>");
        documents.put(
                "an inclusion",
                "<x xmlns:xi=\"http://www.w3.org/2001/XInclude\"><xi:include href=\"file:///etc/passwd\" parse=\"text\"/></x>");
        documents.put("a picture", "\u0089PNG\r\n\u001a\n");
        documents.put("JSON", "{\"json\":true}");
        documents.put("nothing", "");
        var bytes = new LinkedHashMap<String, byte[]>();
        documents.forEach((name, text) -> bytes.put(name, text.getBytes(StandardCharsets.UTF_8)));
        bytes.put("another encoding", entity("", "").getBytes(StandardCharsets.UTF_16));
        return bytes;
    }

    static Stream<Arguments> all() {
        return documents().entrySet().stream().map(one -> Arguments.of(one.getKey(), one.getValue()));
    }

    private static String entity(String doctype, String inside) {
        return doctype
                + "<md:EntityDescriptor xmlns:md=\"urn:oasis:names:tc:SAML:2.0:metadata\" entityID=\"urn:new\">"
                + inside
                + "</md:EntityDescriptor>";
    }

    private static String laughs() {
        var text = new StringBuilder("<!DOCTYPE a [<!ENTITY x0 \"xxxxxxxxxx\">");
        for (var level = 1; level <= 9; level++) {
            text.append("<!ENTITY x%d \"%s\">"
                    .formatted(level, "&x%d;".formatted(level - 1).repeat(10)));
        }
        return text.append("]>").toString();
    }

    private static String attributes(int count) {
        return IntStream.range(0, count).mapToObj("a%d=\"\""::formatted).reduce("", (one, other) -> one + " " + other);
    }
}
