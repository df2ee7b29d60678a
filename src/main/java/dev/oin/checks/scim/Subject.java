package dev.oin.checks.scim;

/** What an assertion looks at. */
sealed interface Subject {

    /** The words people read. */
    String words();

    /** The answer's status. */
    record Status() implements Subject {
        @Override
        public String words() {
            return "status";
        }
    }

    /** A value in the answer's body, by its path. */
    record At(String path) implements Subject {
        @Override
        public String words() {
            return path.equals("$") ? "the answer" : path;
        }
    }

    /** How long the answer took. */
    record ResponseTime() implements Subject {
        @Override
        public String words() {
            return "response time";
        }
    }

    /** Whether the change was made and the app accepted the calls that follow from it. */
    record Effect() implements Subject {
        @Override
        public String words() {
            return "the change";
        }
    }
}
