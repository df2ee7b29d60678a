package dev.oin.sandbox;

import dev.oin.kernel.InstanceId;
import dev.oin.kernel.Protocol;
import dev.oin.kernel.SubmissionId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The table of tester slots; an instance that is inactive or no longer eligible is not in its slot, until it is again. */
@Repository
class TesterSlotRows implements TesterSlots {

    private final JdbcClient client;
    private final Instances instances;
    private final ApplicationEventPublisher events;

    TesterSlotRows(JdbcClient client, Instances instances, ApplicationEventPublisher events) {
        this.client = client;
        this.instances = instances;
        this.events = events;
    }

    @Override
    public List<Slot> of(SubmissionId submission) {
        return rows(submission).stream().filter(this::isInUse).toList();
    }

    private List<Slot> rows(SubmissionId submission) {
        return client.sql(
                        "select protocol, kind, instance from sandbox_tester_slots where submission = :id order by protocol, kind")
                .param("id", submission.value())
                .query((row, number) -> new Slot(
                        Protocol.valueOf(row.getString("protocol")),
                        Instance.Kind.valueOf(row.getString("kind")),
                        new InstanceId(row.getObject("instance", UUID.class))))
                .list();
    }

    private boolean isInUse(Slot slot) {
        return instances
                .find(slot.instance())
                .filter(instance ->
                        instance.active() && instances.eligibility(instance).isEligible())
                .isPresent();
    }

    @Override
    public Optional<InstanceId> in(SubmissionId submission, Protocol protocol, Instance.Kind kind) {
        return of(submission).stream()
                .filter(slot -> slot.protocol() == protocol && slot.kind() == kind)
                .map(Slot::instance)
                .findFirst();
    }

    @Override
    @Transactional
    public Outcome add(SubmissionId submission, Protocol protocol, Instance.Kind kind, InstanceId id) {
        var found = instances.find(id).filter(instance -> instance.submission().equals(submission));
        if (found.isEmpty()) {
            return new Outcome.Refused("This submission has no such instance.");
        }
        var instance = found.get();
        if (instance.kind() != kind || !protocol.isSingleSignOn() || !instance.has(protocol)) {
            return new Outcome.Refused("The instance does not sign people in with " + protocol.label() + ".");
        }
        if (!instance.active()) {
            return new Outcome.Refused("The instance is inactive. Activate it.");
        }
        return switch (instances.eligibility(instance)) {
            case Eligibility.Ineligible(var because) -> new Outcome.Refused(because);
            case Eligibility.Eligible() -> take(submission, new Slot(protocol, kind, id));
        };
    }

    private Outcome take(SubmissionId submission, Slot slot) {
        rows(submission).stream()
                .filter(taken -> taken.protocol() == slot.protocol() && taken.kind() == slot.kind())
                .filter(taken -> !taken.instance().equals(slot.instance()))
                .forEach(taken -> leave(submission, taken));
        client.sql("""
                        insert into sandbox_tester_slots (submission, protocol, kind, instance)
                        values (:submission, :protocol, :kind, :instance)
                        on conflict (submission, protocol, kind) do update set instance = excluded.instance""")
                .param("submission", submission.value())
                .param("protocol", slot.protocol().name())
                .param("kind", slot.kind().name())
                .param("instance", slot.instance().value())
                .update();
        return new Outcome.Added();
    }

    @Override
    @Transactional
    public void remove(SubmissionId submission, Protocol protocol, Instance.Kind kind) {
        rows(submission).stream()
                .filter(taken -> taken.protocol() == protocol && taken.kind() == kind)
                .forEach(taken -> leave(submission, taken));
    }

    private void leave(SubmissionId submission, Slot slot) {
        client.sql(
                        "delete from sandbox_tester_slots where submission = :submission and protocol = :protocol and kind = :kind")
                .param("submission", submission.value())
                .param("protocol", slot.protocol().name())
                .param("kind", slot.kind().name())
                .update();
        events.publishEvent(new InstanceEvent.InstanceLeftTester(slot.instance(), submission, slot.protocol()));
    }
}
