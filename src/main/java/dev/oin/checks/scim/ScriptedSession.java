package dev.oin.checks.scim;

import dev.oin.checks.Check;
import dev.oin.checks.Evidence;
import dev.oin.checks.Exhibit;
import dev.oin.checks.Outcome;
import dev.oin.checks.Suite;
import dev.oin.vault.Secret;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Judges a script's steps, making each when its first assertion asks for it. */
final class ScriptedSession implements Suite.Session {

    private static final Logger LOG = LoggerFactory.getLogger(ScriptedSession.class);

    private final Script script;
    private final Judge judge;
    private final Secret authorization;
    private final Map<Step, StepResult> results = new HashMap<>();
    private final Set<Step> shown = new HashSet<>();

    ScriptedSession(Script script, Secret authorization) {
        this.script = script;
        this.judge = new Judge(script.variables());
        this.authorization = authorization;
    }

    @Override
    public Outcome verify(Check check, Evidence evidence) {
        if (!(check instanceof ScimAssertion assertion)) {
            throw new IllegalArgumentException("Not of this suite: " + check.id());
        }
        evidence.secret(authorization.reveal().replaceFirst("^Bearer ", ""));
        var result = reached(assertion.step());
        var outcome = judge.of(assertion, result);
        show(assertion.step(), result, outcome, evidence);
        return outcome;
    }

    private StepResult reached(Step wanted) {
        for (var step : script.steps()) {
            if (!results.containsKey(step)) {
                results.put(step, script.perform(step));
            }
            if (step.equals(wanted)) {
                break;
            }
        }
        return results.getOrDefault(wanted, new StepResult.Blocked("The step was not reached."));
    }

    /** The traffic belongs to the step: it is kept with the first assertion on it, and again wherever something was not as it should be. */
    private void show(Step step, StepResult result, Outcome outcome, Evidence evidence) {
        evidence.step(step.id() + ' ' + script.variables().fill(step.action()));
        for (var exchange : result.traffic()) {
            evidence.step(exchange.method() + ' ' + exchange.url().getPath() + " was answered with status "
                    + exchange.status() + " after " + exchange.duration().toMillis() + " ms");
        }
        boolean first = shown.add(step);
        if (!result.traffic().isEmpty() && (first || !(outcome instanceof Outcome.Passed))) {
            evidence.keep(new Exhibit.Traffic(step.id() + ' ' + step.action(), result.traffic()));
        }
    }

    @Override
    public void close() {
        script.cleanUp().forEach(left -> LOG.warn("A SCIM run had to leave something in the app: {}", left));
    }
}
