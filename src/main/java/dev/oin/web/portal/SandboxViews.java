package dev.oin.web.portal;

import dev.oin.account.Caller;
import dev.oin.account.Organization;
import dev.oin.checks.LeftInApps;
import dev.oin.kernel.InstanceId;
import dev.oin.kernel.OrganizationId;
import dev.oin.kernel.Protocol;
import dev.oin.sandbox.Assignments;
import dev.oin.sandbox.GroupAssignments;
import dev.oin.sandbox.Instance;
import dev.oin.sandbox.Instances;
import dev.oin.sandbox.People;
import dev.oin.sandbox.Person;
import dev.oin.sandbox.SandboxSessions;
import dev.oin.sandbox.scim.GroupPushes;
import dev.oin.sandbox.scim.ProvisioningLog;
import dev.oin.sandbox.scim.PushGroups;
import dev.oin.submission.Submission;
import dev.oin.submission.SubmissionList;
import dev.oin.web.frame.Chip;
import dev.oin.web.portal.SandboxView.InstanceRow;
import dev.oin.web.portal.SandboxView.PersonRow;
import dev.oin.web.portal.SandboxView.PushRow;
import dev.oin.web.portal.SandboxView.SessionRow;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Draws up the sandbox organisation. */
@Component("sandboxAdministrationViews")
class SandboxViews {

    private static final int MOST = 100;

    private final People people;
    private final Instances instances;
    private final Assignments assignments;
    private final SandboxSessions sessions;
    private final GroupAssignments groups;
    private final ProvisioningLog log;
    private final SubmissionList submissions;
    private final GroupPushes pushes;
    private final ManagedEntitlements entitlements;
    private final LeftInApps left;

    SandboxViews(
            People people,
            Instances instances,
            Assignments assignments,
            SandboxSessions sessions,
            GroupAssignments groups,
            ProvisioningLog log,
            SubmissionList submissions,
            GroupPushes pushes,
            ManagedEntitlements entitlements,
            LeftInApps left) {
        this.left = left;
        this.pushes = pushes;
        this.people = people;
        this.instances = instances;
        this.assignments = assignments;
        this.sessions = sessions;
        this.groups = groups;
        this.log = log;
        this.submissions = submissions;
        this.entitlements = entitlements;
    }

    SandboxView view(Organization organization, Caller caller) {
        var all = people.of(organization.id());
        var names = all.stream()
                .flatMap(person -> person.groups().stream())
                .distinct()
                .sorted()
                .toList();
        return new SandboxView(
                "/sandbox/" + organization.slug(),
                organization.name(),
                caller.mayManagePeople(),
                caller.mayTestAndSubmit(),
                all.stream().map(SandboxViews::row).toList(),
                instances(organization.id(), all, names),
                sessions(organization.id(), all),
                names,
                log.of(organization.id()),
                log.openCount(organization.id()),
                left.of(organization.id()));
    }

    private List<InstanceRow> instances(OrganizationId organization, List<Person> all, List<String> names) {
        var seen = new HashSet<InstanceId>();
        return submissions.of(organization, 0, MOST).stream()
                .flatMap(submission -> instances.of(submission.id()).stream()
                        .filter(instance -> seen.add(instance.id()))
                        .map(instance -> row(submission, instance, all, names)))
                .toList();
    }

    private InstanceRow row(Submission submission, Instance instance, List<Person> all, List<String> names) {
        var assigned = assignments.of(instance.id());
        var pushed = pushes.of(instance.id());
        var provisions = instance.active() && instance.has(Protocol.SCIM);
        return new InstanceRow(
                instance.id().toString(),
                instance.label() + (instance.active() ? "" : " (inactive)"),
                instance.protocols().stream().sorted().map(Protocol::label).collect(Collectors.joining(", ")),
                "/submissions/%s/testing?instances=all#instance-%s".formatted(submission.id(), instance.id()),
                instance.held(),
                provisions
                        ? "/submissions/%s/instances/%s/provisioning".formatted(submission.id(), instance.id())
                        : null,
                provisions && instance.scimCredentialsSet(),
                PushGroups.offers(instance) ? notPushed(names, pushed) : List.of(),
                pushed.stream().map(SandboxViews::row).toList(),
                entitlements.areManaged(instance),
                groups.of(instance.id()),
                assigned.stream().map(SandboxViews::row).toList(),
                all.stream()
                        .filter(person ->
                                assigned.stream().noneMatch(one -> one.id().equals(person.id())))
                        .map(SandboxViews::row)
                        .toList());
    }

    private static List<String> notPushed(List<String> names, List<GroupPushes.Push> pushed) {
        return names.stream()
                .filter(name -> pushed.stream().noneMatch(push -> push.group().equals(name)))
                .toList();
    }

    private static PushRow row(GroupPushes.Push push) {
        var chip = !push.active()
                ? new Chip("neutral", "stop", "Paused")
                : push.scimId() == null
                        ? new Chip("turn", "warning", "Not in the app yet")
                        : new Chip("good", "check", "Pushed");
        return new PushRow(
                push.group(),
                chip,
                push.active(),
                push.members().size() == 1 ? "1 member" : push.members().size() + " members");
    }

    private List<SessionRow> sessions(OrganizationId organization, List<Person> all) {
        return sessions.of(organization).stream()
                .map(session -> new SessionRow(
                        session.person().toString(),
                        all.stream()
                                .filter(person -> person.id().equals(session.person()))
                                .map(Person::fullName)
                                .findFirst()
                                .orElse("A person of a run"),
                        session.startedAt(),
                        session.lastUsedAt()))
                .toList();
    }

    private static PersonRow row(Person person) {
        var chip = switch (person.status()) {
            case ACTIVE -> new Chip("good", "check", "Active");
            case SUSPENDED -> new Chip("neutral", "stop", "Suspended");
            case DEACTIVATED -> new Chip("neutral", "minus", "Deactivated");
        };
        return new PersonRow(
                person.id().toString(),
                person.fullName(),
                person.email(),
                chip,
                person.isActive(),
                String.join(", ", person.groups()));
    }
}
