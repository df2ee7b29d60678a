package dev.oin.checks.scim;

import dev.oin.checks.Outcome;
import dev.oin.egress.Capture;
import dev.oin.kernel.PersonId;
import dev.oin.sandbox.scim.OfferedEntitlements;
import dev.oin.sandbox.scim.Provisioned;
import dev.oin.sandbox.scim.ScimClient;
import dev.oin.sandbox.scim.ScimReply;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Leads one person of the directory through the CRUD suite (scim-checks, part 1B), and looks in the app for what should have arrived. */
final class CrudScript implements Script {

    private final TestDirectory directory;
    private final ScimClient client;
    private final SeenTraffic traffic;
    private final Arrival arrival;
    private final TestPerson person;
    private final CrudGroups groups;
    private final CrudEntitlements entitlements;
    private final Ledger ledger;
    private final Variables variables = new Variables();
    private final Map<Step, Provisioned> effects = new HashMap<>();
    private @Nullable PersonId added;

    CrudScript(
            TestDirectory directory,
            ScimClient client,
            SeenTraffic traffic,
            Arrival arrival,
            TestPerson person,
            TestGroups groups,
            @Nullable OfferedEntitlements offered,
            Ledger ledger) {
        this.ledger = ledger;
        this.directory = directory;
        this.client = client;
        this.traffic = traffic;
        this.arrival = arrival;
        this.person = person;
        variables
                .set("email", person.email())
                .set("firstName", person.givenName())
                .set("lastName", person.familyName())
                .set("firstNameUpdated", renamed().givenName());
        this.groups = new CrudGroups(groups, ledger, variables, person);
        this.entitlements = new CrudEntitlements(directory, offered, variables);
    }

    @Override
    public List<Step> steps() {
        return CrudSteps.ALL;
    }

    @Override
    public Variables variables() {
        return variables;
    }

    @Override
    public StepResult perform(Step step) {
        return switch (step.id()) {
            case "C01" ->
                directory.hasInstance()
                        ? new StepResult.Done("The instance exists and is active.")
                        : new StepResult.Blocked("The instance is gone or inactive.");
            case "C02" -> add();
            case "C03" -> tell(step, id -> noted(() -> directory.assign(id, entitlements.needed(), traffic)));
            case "C04" -> learnId(look(step, CrudSteps.C03, ScimClient.usersNamed(person.email())));
            case "CE04" -> entitled(step, entitlements::grant);
            case "CE05" -> lookAtEntitlement(step, CrudSteps.CE04);
            case "CE06" -> entitled(step, entitlements::revoke);
            case "CE07" -> lookAtEntitlement(step, CrudSteps.CE06);
            case "C05" -> tell(step, id -> directory.rename(id, renamed(), traffic));
            case "C06" -> lookAtUser(step, CrudSteps.C05);
            case "CG1" -> groups.push(effect -> effected(step, effect));
            case "CG2" -> lookAtGroup(step, CrudSteps.CG1);
            case "CG3" -> groups.leave(effect -> effected(step, effect));
            case "CG4" -> lookAtGroup(step, CrudSteps.CG3);
            case "CG5" -> groups.rename(effect -> effected(step, effect));
            case "CG6" -> lookAtGroup(step, CrudSteps.CG5);
            case "CG7" -> groups.delete(effect -> effected(step, effect));
            case "CG8" -> lookAtGroup(step, CrudSteps.CG7);
            case "CG9" -> groups.path().isPresent() ? lookAtUser(step, CrudSteps.CG7) : groups.absent();
            case "C07" -> tell(step, id -> directory.deactivate(id, traffic));
            case "C08" -> lookAtUser(step, CrudSteps.C07);
            case "C09" -> reactivate();
            case "C10" -> tell(step, id -> sameAccount(directory.assign(id, entitlements.needed(), traffic)));
            case "C11" -> lookAtUser(step, CrudSteps.C10);
            case "C12" -> tell(step, id -> directory.unassign(id, traffic));
            case "C13" -> lookAtUser(step, CrudSteps.C12);
            default -> throw new IllegalArgumentException("No step of the CRUD suite: " + step.id());
        };
    }

    private TestPerson renamed() {
        return new TestPerson(person.givenName() + "Upd", person.familyName(), person.email());
    }

    private StepResult add() {
        added = directory.add(person).orElse(null);
        return added == null
                ? new StepResult.Blocked("The person could not be added to the directory.")
                : new StepResult.Done("Added " + person.email() + '.');
    }

    private StepResult reactivate() {
        return added != null && directory.reactivate(added)
                ? new StepResult.Done("The person is active, and not assigned.")
                : new StepResult.Blocked("There is no person to reactivate.");
    }

    private StepResult tell(Step step, Function<PersonId, Provisioned> change) {
        if (added == null) {
            return new StepResult.Blocked("There is no person to work with.");
        }
        return effected(step, change.apply(added));
    }

    private StepResult entitled(Step step, BiFunction<PersonId, Capture, Provisioned> change) {
        return entitlements.obstacle().orElseGet(() -> tell(step, id -> change.apply(id, traffic)));
    }

    private StepResult lookAtEntitlement(Step step, Step cause) {
        return entitlements.obstacle().orElseGet(() -> lookAtUser(step, cause));
    }

    private Provisioned noted(Supplier<Provisioned> assigning) {
        ledger.made(sought(), person.email());
        var assigned = assigning.get();
        if (assigned instanceof Provisioned.Done(var id)) {
            ledger.made(user(id), person.email());
        }
        return assigned;
    }

    private StepResult lookAtGroup(Step step, Step cause) {
        return groups.path().map(path -> look(step, cause, path)).orElseGet(groups::absent);
    }

    private StepResult effected(Step step, Provisioned effect) {
        effects.put(step, effect);
        return new StepResult.Effected(effect, traffic.taken());
    }

    private Provisioned sameAccount(Provisioned again) {
        var before = variables.get("scim_id").orElse("");
        return again instanceof Provisioned.Done(var id) && !before.isEmpty() && !id.equals(before)
                ? new Provisioned.Rejected(
                        "POST /Users", 201, "The person was " + before + " before and is " + id + " now.")
                : again;
    }

    private StepResult lookAtUser(Step step, Step cause) {
        return variables
                .get("scim_id")
                .map(id -> look(step, cause, user(id)))
                .orElseGet(() -> effects.get(CrudSteps.C03) instanceof Provisioned.NotDeclared(var operation)
                        ? new StepResult.NotConcerned(Judge.notDeclared(operation))
                        : new StepResult.Blocked("The app's id of the person is not known."));
    }

    /** Looks until the change has arrived; not at all where the change was not declared or not accepted. */
    private StepResult look(Step step, Step cause, String path) {
        return switch (effects.get(cause)) {
            case Provisioned.NotDeclared(var operation) -> new StepResult.NotConcerned(Judge.notDeclared(operation));
            case Provisioned.Done done -> arrival.await(() -> read(path), seen -> hasArrived(step, seen));
            case Provisioned.Rejected rejected -> read(path);
            case Provisioned.NotLinked() -> new StepResult.Blocked("The app's id of the person is not known.");
            case Provisioned.Incomplete incomplete -> new StepResult.Blocked(Judge.incomplete(incomplete));
            case Provisioned.NotReached(var reason, var configuration) -> new StepResult.Blocked(reason);
            case null -> new StepResult.Blocked("The step before was not made.");
        };
    }

    private StepResult read(String path) {
        return switch (client.get(path)) {
            case ScimReply.Answer answer -> new StepResult.Answered(answer, traffic.taken());
            case ScimReply.Silence silence -> new StepResult.Silent(silence, traffic.taken());
        };
    }

    private boolean hasArrived(Step step, StepResult seen) {
        var judge = new Judge(variables);
        return CrudAssertions.withEntitlements().stream()
                .map(ScimAssertion.class::cast)
                .filter(assertion -> assertion.step().equals(step))
                .allMatch(assertion -> judge.of(assertion, seen) instanceof Outcome.Passed);
    }

    private StepResult learnId(StepResult result) {
        if (result instanceof StepResult.Answered(var answer, var seen)
                && answer.at("$.Resources[0].userName").asText().equalsIgnoreCase(person.email())) {
            variables.set("scim_id", answer.at("$.Resources[0].id").asText(""));
        }
        return result;
    }

    /** Nobody is ever deleted in the app: the person stays there, inactive. A group that is still there goes. */
    @Override
    public List<String> cleanUp() {
        var left = new ArrayList<String>();
        groups.cleanUp(client, left);
        if (added == null) {
            return left;
        }
        var isGone = effects.get(CrudSteps.C12) instanceof Provisioned.Done
                || directory.unassign(added, traffic) instanceof Provisioned.Done;
        directory.remove(added);
        places().forEach(place -> {
            if (!isGone) {
                Ledger.deactivate(client, place);
            }
            ledger.made(place, person.email());
            ledger.kept(place);
            left.add("inactive user " + person.email() + ", " + place);
        });
        ledger.removed(sought());
        return left;
    }

    /** Where the person is, even where the app did not tell at the creation. */
    private List<String> places() {
        return variables
                .get("scim_id")
                .map(id -> List.of(user(id)))
                .orElseGet(() -> effects.containsKey(CrudSteps.C03)
                        ? Ledger.named(client, "/Users", "userName", person.email())
                        : List.of());
    }

    private String sought() {
        return Ledger.sought("/Users", "userName", person.email());
    }

    private static String user(String id) {
        return "/Users/" + ScimClient.encoded(id);
    }
}
