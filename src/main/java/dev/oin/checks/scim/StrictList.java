package dev.oin.checks.scim;

import dev.oin.checks.CheckId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Writes down strict checks. */
final class StrictList {

    private final List<StrictCheck> rows = new ArrayList<>();
    private Concern concern = Concern.EVERYBODY;

    /** The next checks concern these apps. */
    StrictList about(Concern next) {
        concern = next;
        return this;
    }

    StrictList check(
            String id,
            Level level,
            String clause,
            String title,
            String remedy,
            Function<ScimLab, Observation> conversation) {
        rows.add(new StrictCheck(new CheckId(id), level, concern, clause, title, remedy, conversation));
        return this;
    }

    List<StrictCheck> checks() {
        return List.copyOf(rows);
    }
}
