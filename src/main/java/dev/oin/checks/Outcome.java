package dev.oin.checks;

import java.util.Optional;

/** What a check came to; whatever did not pass says what was expected, what was seen and what to do. */
public sealed interface Outcome {

    /** The one word. */
    Verdict verdict();

    /** What should have happened. */
    default String expected() {
        return "";
    }

    /** What happened. */
    String observed();

    /** The likely cause and what to change; empty where there is nothing to change. */
    default String remedy() {
        return "";
    }

    /** Who has to act. */
    default Optional<Fault> fault() {
        return Optional.empty();
    }

    /** As it should be. */
    record Passed(String expected, String observed) implements Outcome {
        @Override
        public Verdict verdict() {
            return Verdict.PASSED;
        }
    }

    /** The app or its configuration is at fault; never the product. */
    record Failed(Fault blame, String expected, String observed, String remedy) implements Outcome {

        public Failed {
            if (blame == Fault.PLATFORM) {
                throw new IllegalArgumentException("The product's own fault is Errored, not Failed: " + observed);
            }
        }

        @Override
        public Verdict verdict() {
            return Verdict.FAILED;
        }

        @Override
        public Optional<Fault> fault() {
            return Optional.of(blame);
        }
    }

    /** Works, with something worth looking at. */
    record Warned(Fault blame, String expected, String observed, String remedy) implements Outcome {
        @Override
        public Verdict verdict() {
            return Verdict.WARNED;
        }

        @Override
        public Optional<Fault> fault() {
            return Optional.of(blame);
        }
    }

    /** The evidence allows no verdict. */
    record Inconclusive(String expected, String observed, String remedy) implements Outcome {
        @Override
        public Verdict verdict() {
            return Verdict.INCONCLUSIVE;
        }
    }

    /** The rule does not concern this app. */
    record NotApplicable(String observed) implements Outcome {
        @Override
        public Verdict verdict() {
            return Verdict.NOT_APPLICABLE;
        }
    }

    /** The product or the network failed; says nothing about the app. */
    record Errored(Fault blame, String expected, String observed, String remedy) implements Outcome {

        public Errored {
            if (blame != Fault.PLATFORM && blame != Fault.NETWORK) {
                throw new IllegalArgumentException("The app's own fault is Failed, not Errored: " + observed);
            }
        }

        @Override
        public Verdict verdict() {
            return Verdict.ERRORED;
        }

        @Override
        public Optional<Fault> fault() {
            return Optional.of(blame);
        }
    }

    /** A guided run that nobody finished. */
    record Abandoned(String observed) implements Outcome {
        @Override
        public Verdict verdict() {
            return Verdict.ABANDONED;
        }
    }

    /** The outcome that was stored with these words. */
    static Outcome restored(Verdict verdict, Optional<Fault> fault, String expected, String observed, String remedy) {
        return switch (verdict) {
            case PASSED -> new Passed(expected, observed);
            case FAILED -> new Failed(fault.orElse(Fault.APP), expected, observed, remedy);
            case WARNED -> new Warned(fault.orElse(Fault.APP), expected, observed, remedy);
            case INCONCLUSIVE -> new Inconclusive(expected, observed, remedy);
            case NOT_APPLICABLE -> new NotApplicable(observed);
            case ERRORED -> new Errored(fault.orElse(Fault.PLATFORM), expected, observed, remedy);
            case ABANDONED -> new Abandoned(observed);
        };
    }
}
