package dev.oin.checks.sso;

import dev.oin.checks.sso.AdviceCheck.Finding;
import dev.oin.checks.sso.AdviceLab.Trials;
import dev.oin.checks.sso.AppSession.State;
import dev.oin.kernel.Protocol;
import dev.oin.sandbox.Person;
import dev.oin.sandbox.PersonDetails;
import dev.oin.sandbox.fault.SamlFault;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** F-SA-9: attributes with several values, with none, and with all kinds of characters. */
final class AttributeMapping {

    private static final String ID = "F-SA-9";

    private AttributeMapping() {}

    static AdviceCheck check() {
        return AdviceCheck.warning(
                ID,
                Protocol.SAML,
                "Core 2.7.3.1",
                "Attributes with several values, empty ones, and names with letters of all languages and &<>\"' are taken as they are",
                "People with such names, and customers who send more than was asked for, are not the exception.",
                "Read all values of an attribute as text, leave out what you do not know, and escape when you show, not when you store.",
                AttributeMapping::look);
    }

    private static Finding look(AdviceLab lab) {
        var plain = lab.tested().plainCase();
        if (plain.isEmpty()) {
            return new Finding.Irrelevant("The app creates nobody, and has no other case.");
        }
        return lab.controlled(trials -> {
            var values = trials.broken(ID, lab.person(), plain.get());
            if (values.state() != State.ALIVE) {
                return new Finding.Wrong(
                        "With one attribute more that has two values, and one that is empty, nobody is signed in: "
                                + values.end());
            }
            return lab.tested().createsPeople()
                    ? names(lab, trials, plain.get())
                    : new Finding.Right(
                            "Several values and empty ones do no harm. The app creates nobody with odd names.");
        });
    }

    private static Finding names(AdviceLab lab, Trials trials, SignOnCase which) {
        var fresh = lab.freshDetails();
        var odd = new PersonDetails(
                "Zo\u00eb \"Bj\u00f6rk\" O'Neil", "\u0141uk & <S\u00f6hne> \u5c71\u7530", fresh.email());
        return lab.withNewPerson(odd, person -> {
            var trial = trials.of(person, which);
            if (trial.state() != State.ALIVE) {
                return new Finding.Wrong("A person named " + person.fullName() + " is not signed in: " + trial.end());
            }
            return lab.inSession(person, session -> shown(person, session.text()));
        });
    }

    private static Finding shown(Person person, String text) {
        if (text.contains(person.givenName()) && text.contains(person.familyName())) {
            return new Finding.Right("The app shows the name " + person.fullName() + " as it is.");
        }
        return text.contains("O'Neil") || text.contains("Neil") || text.contains("hne") || text.contains("uk &")
                ? new Finding.Wrong("The app was told of " + person.fullName() + " and shows: " + text.strip())
                : new Finding.Right("Such a person gets in. Whether the name is right cannot be seen on the page.");
    }

    /** Adds attributes that nobody agreed on: one with two values, and one that is empty. */
    @Component
    static class ManyValues implements SamlFault {

        private static final Pattern END = Pattern.compile("</(\\w+:)?AttributeStatement>");

        @Override
        public String checkId() {
            return ID;
        }

        @Override
        public String beforeSigning(String response) {
            var end = END.matcher(response);
            return end.find()
                    ? response.substring(0, end.start()) + attributes() + response.substring(end.start())
                    : response;
        }

        private static String attributes() {
            return attribute("oinTeams", value("Blue") + value("R&amp;D &lt;1&gt;"))
                    + attribute("oinNickname", value(""));
        }

        private static String attribute(String name, String values) {
            return "<a:Attribute xmlns:a=\"urn:oasis:names:tc:SAML:2.0:assertion\" Name=\"" + name
                    + "\" NameFormat=\"urn:oasis:names:tc:SAML:2.0:attrname-format:unspecified\">" + values
                    + "</a:Attribute>";
        }

        private static String value(String text) {
            return "<a:AttributeValue>" + text + "</a:AttributeValue>";
        }
    }
}
