package dev.oin.checks.sso;

import dev.oin.checks.CheckRun;
import dev.oin.checks.ChecksProperties;
import dev.oin.checks.Evidence;
import dev.oin.checks.browser.Browser;
import dev.oin.egress.ForwardProxies;
import dev.oin.sandbox.Instance;
import dev.oin.sandbox.People;
import dev.oin.sandbox.Person;
import dev.oin.sandbox.SandboxSessions;
import dev.oin.sandbox.SignInLog;
import dev.oin.sandbox.SignInTickets;
import org.springframework.stereotype.Component;

/** What every case of the submission tester works with. */
@Component
record TesterTools(
        Browser browser,
        ForwardProxies proxies,
        SignInTickets tickets,
        SignInLog log,
        SandboxSessions sessions,
        People people,
        NewPeople newPeople,
        ChecksProperties properties) {

    /** What the person of a run types as the password; no evidence shows it. */
    String ticket(CheckRun run, Person person, Instance instance, Evidence evidence) {
        var ticket = tickets.issue(run.id(), person.id(), instance.id());
        evidence.secret(ticket);
        return ticket;
    }
}
