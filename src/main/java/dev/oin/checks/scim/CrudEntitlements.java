package dev.oin.checks.scim;

import dev.oin.egress.Capture;
import dev.oin.kernel.PersonId;
import dev.oin.sandbox.Entitlement;
import dev.oin.sandbox.scim.OfferedEntitlements;
import dev.oin.sandbox.scim.OfferedEntitlements.Type;
import dev.oin.sandbox.scim.Provisioned;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The role or entitlement of the CRUD suite: given to the person, beside another where the app allows several, and taken away again. */
final class CrudEntitlements {

    private final TestDirectory directory;
    private final @Nullable OfferedEntitlements offered;
    private final Variables variables;
    private final List<Entitlement> needed = new ArrayList<>();
    private @Nullable Entitlement kept;
    private @Nullable Entitlement moved;
    private boolean read;

    CrudEntitlements(TestDirectory directory, @Nullable OfferedEntitlements offered, Variables variables) {
        this.directory = directory;
        this.offered = offered;
        this.variables = variables;
    }

    /** One of each type without which nobody is assigned. */
    List<Entitlement> needed() {
        read();
        return List.copyOf(needed);
    }

    /** Why nothing can be given; empty where something can. */
    Optional<StepResult> obstacle() {
        if (offered == null) {
            return Optional.of(new StepResult.NotConcerned("The submission does not select entitlement management."));
        }
        read();
        return moved == null
                ? Optional.of(new StepResult.Blocked(
                        "The app offers no role or entitlement that could be given: see the entitlements suite."))
                : Optional.empty();
    }

    Provisioned grant(PersonId person, Capture capture) {
        var before = kept == null || needed.stream().anyMatch(kept::isSame)
                ? new Provisioned.Done("")
                : directory.grant(person, kept, capture);
        return before instanceof Provisioned.Done ? directory.grant(person, moved(), capture) : before;
    }

    Provisioned revoke(PersonId person, Capture capture) {
        return directory.revoke(person, moved(), capture);
    }

    private Entitlement moved() {
        if (moved == null) {
            throw new IllegalStateException("Nothing was chosen to be given");
        }
        return moved;
    }

    /** Once, before the person is assigned. */
    private void read() {
        if (offered == null || read) {
            return;
        }
        read = true;
        for (var type : offered.types()) {
            choose(type, offered.first(type));
        }
        if (moved != null) {
            variables
                    .set("entitlement", moved.value())
                    .set("entitlement_attribute", moved.attribute().path())
                    .set("entitlement_kept", kept == null ? "" : kept.value());
        }
    }

    /** The first type of which somebody may have several, else the first of which nobody must have one. */
    private void choose(Type type, List<Entitlement> values) {
        if (type.isRequired() && !values.isEmpty()) {
            needed.add(values.getFirst());
        }
        var several = type.isMultiValued() && values.size() > 1;
        if (several && kept == null) {
            kept = values.getFirst();
            moved = values.get(1);
        } else if (moved == null && !type.isRequired() && !values.isEmpty()) {
            moved = values.getFirst();
        }
    }
}
