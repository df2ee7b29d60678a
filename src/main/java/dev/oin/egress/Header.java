package dev.oin.egress;

/** A header field of a message, as it was on the wire. */
public record Header(String name, String value) {}
