package dev.oin.checks.sso;

import java.util.List;

/** F-*: what an app has to do with sign-ins beyond the tester's cases (sso-checks 1). */
final class FunctionalChecks {

    private FunctionalChecks() {}

    static List<AdviceCheck> all() {
        return List.of(
                UnknownPeople.check(),
                ConsumerServices.check(),
                FreshAuthentication.check(),
                AttributeMapping.check(),
                PostLogout.check(),
                ProviderErrors.check(),
                UnwelcomePeople.check(),
                TwoTenants.check());
    }
}
