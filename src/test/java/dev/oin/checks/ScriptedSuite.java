package dev.oin.checks;

import dev.oin.sandbox.Instance;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** A suite whose checks do what the test says. */
final class ScriptedSuite implements Suite {

    final List<String> log = new CopyOnWriteArrayList<>();
    private final SuiteName name;
    private final Map<CheckId, Function<Evidence, Outcome>> scripts = new LinkedHashMap<>();
    private int sideBySide = 1;

    ScriptedSuite(SuiteName name) {
        this.name = name;
    }

    ScriptedSuite check(String id, Outcome outcome) {
        return check(id, evidence -> outcome);
    }

    ScriptedSuite check(String id, Function<Evidence, Outcome> script) {
        scripts.put(new CheckId(id), script);
        return this;
    }

    ScriptedSuite sideBySide(int atOnce) {
        sideBySide = atOnce;
        return this;
    }

    @Override
    public SuiteName name() {
        return name;
    }

    @Override
    public List<Check> checks() {
        return new ArrayList<>(scripts.keySet().stream().map(Named::new).toList());
    }

    @Override
    public boolean accepts(Instance instance) {
        return true;
    }

    @Override
    public Plan plan(CheckRun run) {
        return new Plan.Cases(checks());
    }

    @Override
    public Session open(CheckRun run) {
        log.add("open");
        return new Session() {
            @Override
            public Outcome verify(Check check, Evidence evidence) {
                log.add(check.id().value());
                return scripts.get(check.id()).apply(evidence);
            }

            @Override
            public int sideBySide() {
                return sideBySide;
            }

            @Override
            public void close() {
                log.add("close");
            }
        };
    }

    record Named(CheckId id) implements Check {
        @Override
        public String title() {
            return "Title of " + id;
        }

        @Override
        public Severity severity() {
            return Severity.REQUIRED;
        }

        @Override
        public String clause() {
            return "";
        }

        @Override
        public String why() {
            return "";
        }

        @Override
        public String example() {
            return "";
        }

        @Override
        public String remedy() {
            return "";
        }
    }
}
