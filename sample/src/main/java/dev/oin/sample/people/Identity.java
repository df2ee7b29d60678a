package dev.oin.sample.people;

/** A person as one identity provider names them: the issuer, and the subject or NameID there. */
public record Identity(String issuer, String subject) {}
