package dev.oin.checks.sso;

import dev.oin.egress.GuardedHttp;
import dev.oin.sandbox.Assignments;
import dev.oin.sandbox.Instances;
import dev.oin.sandbox.People;
import org.springframework.stereotype.Component;

/** What advice is gathered with. */
@Component
record AdviceTools(
        AppSessions sessions,
        SignInTrials trials,
        NewPeople newPeople,
        People people,
        Assignments assignments,
        Instances instances,
        OtherTenants otherTenants,
        GuardedHttp http) {}
