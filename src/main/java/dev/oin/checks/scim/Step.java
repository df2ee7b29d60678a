package dev.oin.checks.scim;

/**
 * One call, or one change in the directory, that a suite makes; its assertions are the checks.
 *
 * @param id as in the list of checks, such as {@code S01} or {@code C03}
 * @param action what is done, such as {@code GET /Users?count=1&startIndex=1}
 * @param clause where the behaviour is written
 * @param why what goes wrong with an app that behaves otherwise
 */
record Step(String id, String action, String clause, String why) {}
