package dev.oin.checks.scim;

import dev.oin.checks.Exchange;
import dev.oin.sandbox.scim.Provisioned;
import dev.oin.sandbox.scim.ScimReply;
import java.util.List;

/** What a step came to. */
sealed interface StepResult {

    /** The calls that were made. */
    List<Exchange> traffic();

    /** The server answered the step's call. */
    record Answered(ScimReply.Answer answer, List<Exchange> traffic) implements StepResult {
        public Answered {
            traffic = List.copyOf(traffic);
        }
    }

    /** The server did not answer. */
    record Silent(ScimReply.Silence silence, List<Exchange> traffic) implements StepResult {
        public Silent {
            traffic = List.copyOf(traffic);
        }
    }

    /** A change in the directory was made, with what the app said to it. */
    record Effected(Provisioned provisioned, List<Exchange> traffic) implements StepResult {
        public Effected {
            traffic = List.copyOf(traffic);
        }
    }

    /** A change in the directory was made that the app is not told of. */
    record Done(String what) implements StepResult {
        @Override
        public List<Exchange> traffic() {
            return List.of();
        }
    }

    /** An earlier step did not bring what this one needs. */
    record Blocked(String reason) implements StepResult {
        @Override
        public List<Exchange> traffic() {
            return List.of();
        }
    }

    /** The app does not declare what the step is about. */
    record NotConcerned(String reason) implements StepResult {
        @Override
        public List<Exchange> traffic() {
            return List.of();
        }
    }
}
