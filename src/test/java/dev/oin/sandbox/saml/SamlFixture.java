package dev.oin.sandbox.saml;

import dev.oin.sandbox.InstalledApp;
import dev.oin.sandbox.NameIdFormat;
import dev.oin.sandbox.TestKeys;
import dev.oin.submission.Saml.GroupAttribute;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/** A sound pair of identity provider and app, and what they exchange. */
final class SamlFixture {

    static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    static final OpenSaml SAML = new OpenSaml();
    static final String ACS = "https://app.example/saml/acs";
    static final String SECOND_ACS = "https://app.example/saml/acs/2";
    static final String AUDIENCE = "https://app.example/saml";
    static final IdentityProvider PROVIDER = new IdentityProvider(
            "https://idp.example/sandbox/acme/saml/1", "https://idp.example/sandbox/acme/saml/1/sso", TestKeys.OURS);

    private SamlFixture() {}

    static ServiceProvider anApp(X509Certificate... certificates) {
        return anApp(NameIdFormat.EMAIL_ADDRESS, certificates);
    }

    static ServiceProvider anApp(NameIdFormat format, X509Certificate... certificates) {
        var app = new InstalledApp.Saml(
                ACS,
                List.of(new InstalledApp.IndexedAcs(7, SECOND_ACS)),
                AUDIENCE,
                List.of(
                        new InstalledApp.Attribute("login", List.of("${user.userName}")),
                        new InstalledApp.Attribute("names", List.of("user.firstName", "user.lastName")),
                        new InstalledApp.Attribute("city", List.of("user.city")),
                        new InstalledApp.Attribute("source", List.of("sandbox"))),
                List.of(new GroupAttribute(
                        "groups", GroupAttribute.NameFormat.BASIC, GroupAttribute.Filter.STARTS_WITH, "app-")),
                null);
        return new ServiceProvider(app, format, true, List.of(certificates));
    }

    static SamlAnswers answers() {
        var statements = new AttributeStatements(SAML, new PersonAttributes(), new GroupFilter());
        var assertions = new AssertionWriter(SAML, new NameIds(SAML, UUID::randomUUID), statements, UUID::randomUUID);
        return new SamlAnswers(
                SAML,
                new ResponseWriter(SAML, assertions, Clock.systemUTC(), UUID::randomUUID),
                new ResponseSigner(SAML));
    }

    static String request() {
        return request("AssertionConsumerServiceURL=\"" + ACS + "\"", "");
    }

    static String request(String attributes, String children) {
        return """
                <samlp:AuthnRequest xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol"\
                 xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion" ID="_r1" Version="2.0" IssueInstant="%s"\
                 Destination="%s" %s><saml:Issuer>%s</saml:Issuer>%s</samlp:AuthnRequest>""".formatted(NOW, PROVIDER.ssoUrl(), attributes, AUDIENCE, children);
    }

    static ReceivedMessage.ByPost posted(String xml) {
        return new ReceivedMessage.ByPost(
                Base64.getEncoder().encodeToString(xml.getBytes(StandardCharsets.UTF_8)), "state");
    }

    static ReceivedMessage.ByRedirect redirected(String xml) {
        return new ReceivedMessage.ByRedirect(deflated(xml), "state", null, null, "");
    }

    static String deflated(String xml) {
        var out = new ByteArrayOutputStream();
        try (var deflater = new DeflaterOutputStream(out, new Deflater(Deflater.DEFAULT_COMPRESSION, true))) {
            deflater.write(xml.getBytes(StandardCharsets.UTF_8));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return Base64.getEncoder().encodeToString(out.toByteArray());
    }
}
