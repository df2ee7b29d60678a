package dev.oin.checks.logout;

import dev.oin.checks.sso.AppSessions;
import dev.oin.checks.sso.OtherTenants;
import dev.oin.sandbox.SandboxSessions;
import dev.oin.sandbox.SigningKeys;
import dev.oin.sandbox.fault.ExtraKeys;
import dev.oin.sandbox.logout.LogoutTokens;
import dev.oin.sandbox.logout.UniversalLogout;
import org.springframework.stereotype.Component;

/** What the Universal Logout checks work with. */
@Component
record LogoutTools(
        AppSessions sessions,
        SandboxSessions sandboxSessions,
        LogoutTokens tokens,
        SigningKeys keys,
        UniversalLogout logout,
        LogoutRecords records,
        OtherTenants otherTenants,
        ExtraKeys extraKeys,
        LogoutCheckProperties properties) {}
