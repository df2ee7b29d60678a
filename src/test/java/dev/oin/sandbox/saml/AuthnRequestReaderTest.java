package dev.oin.sandbox.saml;

import static dev.oin.sandbox.saml.SamlFixture.anApp;
import static dev.oin.sandbox.saml.SamlFixture.posted;
import static dev.oin.sandbox.saml.SamlFixture.redirected;
import static dev.oin.sandbox.saml.SamlFixture.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.oin.sandbox.TestKeys;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.Signature;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.opensaml.saml.saml2.core.AuthnRequest;
import org.opensaml.security.x509.BasicX509Credential;
import org.opensaml.xmlsec.SignatureSigningParameters;
import org.opensaml.xmlsec.keyinfo.impl.X509KeyInfoGeneratorFactory;
import org.opensaml.xmlsec.signature.support.SignatureConstants;
import org.opensaml.xmlsec.signature.support.SignatureSupport;

class AuthnRequestReaderTest {

    private static final String RSA_SHA256 = "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256";

    private final AuthnRequestReader reader = new AuthnRequestReader(SamlFixture.SAML, new RequestSignatures());

    @Test
    void reads_a_request_by_redirect() throws Exception {
        var read = reader.read(redirected(request()), anApp());

        assertThat(read.id()).isEqualTo("_r1");
        assertThat(read.issuer()).isEqualTo(SamlFixture.AUDIENCE);
        assertThat(read.signature()).isEqualTo(new RequestSignature.Absent());
    }

    @Test
    void reads_a_request_by_post() throws Exception {
        var read = reader.read(
                posted(request("ForceAuthn=\"true\" IsPassive=\"1\" AssertionConsumerServiceIndex=\"7\"", "")),
                anApp());

        assertThat(read.forceAuthn()).isTrue();
        assertThat(read.passive()).isTrue();
        assertThat(read.acsIndex()).isEqualTo(7);
    }

    @Test
    void says_that_a_request_by_post_must_not_be_deflated() {
        var deflated = new ReceivedMessage.ByPost(SamlFixture.deflated(request()), null);

        assertThatThrownBy(() -> reader.read(deflated, anApp()))
                .isInstanceOf(UnreadableSaml.class)
                .hasMessageContainingAll("is deflated", "Bind 3.5.4");
    }

    @Test
    void verifies_a_detached_signature_over_the_query_as_it_was_sent() throws Exception {
        var read = reader.read(signed(request(), "state"), anApp(TestKeys.OURS.certificate()));

        assertThat(read.signature()).isEqualTo(new RequestSignature.Verified(RSA_SHA256));
    }

    @Test
    void finds_a_detached_signature_of_another_key_wrong() throws Exception {
        var read = reader.read(signed(request(), "state"), anApp(TestKeys.STRANGERS.certificate()));

        assertThat(read.signature()).isEqualTo(new RequestSignature.Wrong(RSA_SHA256));
    }

    @Test
    void says_that_a_signature_could_not_be_verified() throws Exception {
        var read = reader.read(signed(request(), "state"), anApp());

        assertThat(read.signature()).isEqualTo(new RequestSignature.NotVerified(RSA_SHA256));
    }

    @Test
    void verifies_an_enveloped_signature() throws Exception {
        var read = reader.read(posted(enveloped(request())), anApp(TestKeys.OURS.certificate()));

        assertThat(read.signature()).isEqualTo(new RequestSignature.Verified(RSA_SHA256));
    }

    @Test
    void finds_a_changed_enveloped_request_wrong() throws Exception {
        var changed = enveloped(request()).replace("acs\"", "acs/evil\"");

        var read = reader.read(posted(changed), anApp(TestKeys.OURS.certificate()));

        assertThat(read.signature()).isInstanceOf(RequestSignature.Wrong.class);
    }

    @Test
    void finds_a_changed_request_wrong_by_the_certificate_that_it_brings() throws Exception {
        var changed = enveloped(request(), true).replace("acs\"", "acs/evil\"");

        var read = reader.read(posted(changed), anApp());

        assertThat(read.signature()).isEqualTo(new RequestSignature.Wrong(RSA_SHA256));
    }

    @Test
    void does_not_trust_a_certificate_because_the_request_brings_it() throws Exception {
        var read = reader.read(posted(enveloped(request(), true)), anApp());

        assertThat(read.signature()).isEqualTo(new RequestSignature.NotVerified(RSA_SHA256));
        assertThat(read.signature().words()).endsWith("no certificate of the app is known");
    }

    @Test
    void warns_of_sha_1() {
        var signature = new RequestSignature.NotVerified("http://www.w3.org/2000/09/xmldsig#rsa-sha1");

        assertThat(signature.words()).contains("SHA-1", "Q-SA-4");
    }

    @Test
    void refuses_a_doctype() {
        var evil = "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/hostname\">]>" + request("", "&e;");

        assertThatThrownBy(() -> reader.read(posted(evil), anApp()))
                .isInstanceOf(UnreadableSaml.class)
                .hasMessageContaining("DOCTYPE");
    }

    @Test
    void refuses_a_request_that_inflates_without_end() {
        var bomb = redirected(request("", "<x>" + " ".repeat(2_000_000) + "</x>"));

        assertThatThrownBy(() -> reader.read(bomb, anApp()))
                .isInstanceOf(UnreadableSaml.class)
                .hasMessageContaining("longer than");
    }

    @Test
    void refuses_what_is_no_base64_no_xml_or_no_request() {
        assertThatThrownBy(() -> reader.read(posted("<html>"), anApp())).isInstanceOf(UnreadableSaml.class);
        assertThatThrownBy(() -> reader.read(new ReceivedMessage.ByPost("$$$=", null), anApp()))
                .isInstanceOf(UnreadableSaml.class);
        assertThatThrownBy(() -> reader.read(new ReceivedMessage.ByRedirect("AAAA", null, null, null, ""), anApp()))
                .isInstanceOf(UnreadableSaml.class);
    }

    private static ReceivedMessage.ByRedirect signed(String xml, String relayState) throws Exception {
        var deflated = SamlFixture.deflated(xml);
        var query = "SAMLRequest=" + encoded(deflated) + "&RelayState=" + encoded(relayState) + "&SigAlg="
                + encoded(RSA_SHA256);
        var signer = Signature.getInstance("SHA256withRSA");
        signer.initSign(TestKeys.OURS.privateKey());
        signer.update(query.getBytes(StandardCharsets.UTF_8));
        var signature = Base64.getEncoder().encodeToString(signer.sign());
        return new ReceivedMessage.ByRedirect(
                deflated, relayState, RSA_SHA256, signature, query + "&Signature=" + encoded(signature));
    }

    private static String enveloped(String xml) throws Exception {
        return enveloped(xml, false);
    }

    private static String enveloped(String xml, boolean withCertificate) throws Exception {
        var request = (AuthnRequest) SamlFixture.SAML.readOwn(xml);
        var parameters = new SignatureSigningParameters();
        parameters.setSigningCredential(
                new BasicX509Credential(TestKeys.OURS.certificate(), TestKeys.OURS.privateKey()));
        parameters.setSignatureAlgorithm(RSA_SHA256);
        parameters.setSignatureReferenceDigestMethod(SignatureConstants.ALGO_ID_DIGEST_SHA256);
        parameters.setSignatureCanonicalizationAlgorithm(SignatureConstants.ALGO_ID_C14N_EXCL_OMIT_COMMENTS);
        if (withCertificate) {
            var factory = new X509KeyInfoGeneratorFactory();
            factory.setEmitEntityCertificate(true);
            parameters.setKeyInfoGenerator(factory.newInstance());
        }
        SignatureSupport.signObject(request, parameters);
        return SamlFixture.SAML.write(request);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
