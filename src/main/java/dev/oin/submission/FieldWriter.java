package dev.oin.submission;

import dev.oin.submission.Field.Choice;
import dev.oin.submission.Field.Help;
import java.util.Arrays;
import java.util.List;

/** Lets the tables of fields be written as tables. */
record FieldWriter(Section section, String prefix) {

    static final int URL = 1024;
    static final int GUIDE = 2048;

    Field text(String name, String label, Need need, int most, Format format, Help help) {
        return new Field(prefix + name, label, section, need, most, format, List.of(), help);
    }

    Field yesNo(String name, String label, Need need, Help help) {
        return new Field(prefix + name, label, section, need, 0, Format.YES_NO, List.of(), help);
    }

    Field number(String name, String label, Need need, Help help) {
        return new Field(prefix + name, label, section, need, 0, Format.NUMBER, List.of(), help);
    }

    Field secret(String name, String label, Need need, Help help) {
        return new Field(prefix + name, label, section, need, 1024, Format.SECRET, List.of(), help);
    }

    Field choice(String name, String label, Need need, Help help, Choice... choices) {
        return new Field(prefix + name, label, section, need, 0, Format.CHOICE, Arrays.asList(choices), help);
    }

    Field choices(String name, String label, Need need, Help help, Choice... choices) {
        return new Field(prefix + name, label, section, need, 0, Format.CHOICES, Arrays.asList(choices), help);
    }

    Field constant(String name, String label, Choice value, Help help) {
        return new Field(prefix + name, label, section, Need.OPTIONAL, 0, Format.CONSTANT, List.of(value), help);
    }

    Field guide(String name, String purpose) {
        return text(
                name,
                "Configuration guide URL",
                Need.ALWAYS,
                GUIDE,
                Format.URL,
                help(purpose, "https://docs.example.com/sso-guide", "http://docs.example.com (not https)"));
    }

    static Choice option(String value, String label) {
        return new Choice(value, label, "");
    }

    static Choice option(String value, String label, String help) {
        return new Choice(value, label, help);
    }

    static Help help(String purpose) {
        return new Help(purpose, "", "");
    }

    static Help help(String purpose, String good, String bad) {
        return new Help(purpose, good, bad);
    }
}
