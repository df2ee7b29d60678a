package dev.oin.sandbox.saml;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.oin.submission.MetadataReader.Reading;
import dev.oin.submission.Saml.AcsEndpoint;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.opensaml.saml.common.xml.SAMLConstants;
import org.opensaml.saml.saml2.metadata.EntityDescriptor;

class MetadataTest {

    private final ServiceProviderMetadata reader = new ServiceProviderMetadata(SamlFixture.SAML);

    @Test
    void ours_names_the_entity_the_key_and_both_bindings() throws Exception {
        var text = new IdentityProviderMetadata(SamlFixture.SAML).of(SamlFixture.PROVIDER);

        var entity = (EntityDescriptor) SamlFixture.SAML.read(text.getBytes(StandardCharsets.UTF_8));

        var role = entity.getIDPSSODescriptor(SAMLConstants.SAML20P_NS);
        assertThat(entity.getEntityID()).isEqualTo(SamlFixture.PROVIDER.entityId());
        assertThat(role.getSingleSignOnServices())
                .extracting(service -> service.getBinding() + " " + service.getLocation())
                .containsExactly(
                        SAMLConstants.SAML2_REDIRECT_BINDING_URI + " " + SamlFixture.PROVIDER.ssoUrl(),
                        SAMLConstants.SAML2_POST_BINDING_URI + " " + SamlFixture.PROVIDER.ssoUrl());
        assertThat(role.getKeyDescriptors()).hasSize(1);
        assertThat(role.getSingleLogoutServices()).isEmpty();
    }

    @Test
    void reads_what_a_service_provider_says_about_itself() {
        var reading = reader.read(bytes(serviceProvider("")));

        assertThat(reading)
                .isEqualTo(new Reading.ServiceProvider(
                        "https://app.example/saml",
                        java.util.List.of(
                                new AcsEndpoint("https://app.example/acs/0", 0),
                                new AcsEndpoint("https://app.example/acs/1", 1)),
                        "https://app.example/acs/1",
                        java.util.List.of("urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress"),
                        true));
    }

    @Test
    void refuses_a_doctype() {
        assertThat(reader.read(bytes(serviceProvider("<!DOCTYPE x>"))))
                .isInstanceOfSatisfying(
                        Reading.Refused.class,
                        refused -> assertThat(refused.reason()).contains("DOCTYPE"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("dev.oin.sandbox.saml.HostileMetadata#all")
    void refuses_hostile_metadata_in_little_memory(String name, byte[] document) {
        var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        reader.read(bytes(serviceProvider("")));
        var before = threads.getCurrentThreadAllocatedBytes();

        var reading = reader.read(document);

        assertThat(reading).isInstanceOf(Reading.Refused.class);
        assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(HostileMetadata.MOST_MEMORY);
    }

    @Test
    void refuses_an_identity_provider() {
        var ours = new IdentityProviderMetadata(SamlFixture.SAML).of(SamlFixture.PROVIDER);

        assertThat(reader.read(bytes(ours))).isInstanceOf(Reading.Refused.class);
    }

    private static String serviceProvider(String prolog) {
        return prolog + """
                <md:EntityDescriptor xmlns:md="urn:oasis:names:tc:SAML:2.0:metadata" entityID="https://app.example/saml">
                  <md:SPSSODescriptor AuthnRequestsSigned="true" protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol">
                    <md:NameIDFormat>urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress</md:NameIDFormat>
                    <md:AssertionConsumerService Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST" Location="https://app.example/acs/1" index="1" isDefault="true"/>
                    <md:AssertionConsumerService Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST" Location="https://app.example/acs/0" index="0"/>
                    <md:AssertionConsumerService Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Artifact" Location="https://app.example/art" index="2"/>
                  </md:SPSSODescriptor>
                </md:EntityDescriptor>""";
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
