package dev.oin.review;

import dev.oin.checks.logout.LogoutRecord;

/** What the ISV saw of Universal Logout by hand, on the instance of that label. */
public record LogoutTest(String instance, LogoutRecord record) {}
