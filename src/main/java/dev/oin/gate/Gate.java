package dev.oin.gate;

import java.util.List;

/** All requirements of a submission, judged at one moment, in order. */
public record Gate(List<Requirement> requirements) {

    public Gate {
        requirements = List.copyOf(requirements);
    }

    /** Whether the submission may leave the ISV's hands. */
    public boolean isOpen() {
        return unmet().isEmpty();
    }

    /** The requirements that keep the gate closed. */
    public List<Requirement> unmet() {
        return requirements.stream().filter(Requirement::isUnmet).toList();
    }

    /** How many requirements apply. */
    public long applicable() {
        return requirements.stream()
                .filter(requirement -> requirement.status() != Requirement.Status.NOT_APPLICABLE)
                .count();
    }

    /** How many of those that apply are met. */
    public long met() {
        return applicable() - unmet().size();
    }
}
