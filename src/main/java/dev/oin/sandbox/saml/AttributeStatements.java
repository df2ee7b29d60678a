package dev.oin.sandbox.saml;

import dev.oin.sandbox.InstalledApp;
import dev.oin.submission.Saml.GroupAttribute;
import java.util.List;
import java.util.Optional;
import org.opensaml.core.xml.schema.XSString;
import org.opensaml.core.xml.schema.impl.XSStringBuilder;
import org.opensaml.saml.saml2.core.Attribute;
import org.opensaml.saml.saml2.core.AttributeStatement;
import org.opensaml.saml.saml2.core.AttributeValue;
import org.springframework.stereotype.Component;

/** States the attributes that the instance is configured with; an attribute without a value is left out. */
@Component
final class AttributeStatements {

    private final OpenSaml saml;
    private final PersonAttributes attributes;
    private final GroupFilter groups;

    AttributeStatements(OpenSaml saml, PersonAttributes attributes, GroupFilter groups) {
        this.saml = saml;
        this.attributes = attributes;
        this.groups = groups;
    }

    Optional<AttributeStatement> of(InstalledApp.Saml app, Subject subject) {
        var statement = saml.make(AttributeStatement.class, AttributeStatement.DEFAULT_ELEMENT_NAME);
        for (var configured : app.attributes()) {
            var values = configured.values().stream()
                    .map(value -> attributes.evaluate(value, subject))
                    .flatMap(Optional::stream)
                    .toList();
            add(statement, configured.name(), Attribute.UNSPECIFIED, values);
        }
        for (var configured : app.groupAttributes()) {
            add(
                    statement,
                    String.valueOf(configured.name()),
                    format(configured),
                    groups.choose(configured, subject.person().groups()));
        }
        return statement.getAttributes().isEmpty() ? Optional.empty() : Optional.of(statement);
    }

    private void add(AttributeStatement statement, String name, String format, List<String> values) {
        if (values.isEmpty()) {
            return;
        }
        var attribute = saml.make(Attribute.class, Attribute.DEFAULT_ELEMENT_NAME);
        attribute.setName(name);
        attribute.setNameFormat(format);
        for (var text : values) {
            var value = new XSStringBuilder().buildObject(AttributeValue.DEFAULT_ELEMENT_NAME, XSString.TYPE_NAME);
            value.setValue(text);
            attribute.getAttributeValues().add(value);
        }
        statement.getAttributes().add(attribute);
    }

    private static String format(GroupAttribute attribute) {
        var format = attribute.nameFormat();
        if (format == null) {
            return Attribute.UNSPECIFIED;
        }
        return switch (format) {
            case UNSPECIFIED -> Attribute.UNSPECIFIED;
            case URI -> Attribute.URI_REFERENCE;
            case BASIC -> Attribute.BASIC;
        };
    }
}
