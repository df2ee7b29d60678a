package dev.oin.web.portal;

/**
 * A value that can be chosen.
 *
 * @param fixed whether it is always chosen
 */
record Option(String value, String label, String help, boolean fixed) {}
