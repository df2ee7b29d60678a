package dev.oin.checks;

/** What a watcher of a run is told. */
public sealed interface RunEvent {

    /** The run's state or progress changed. */
    record Moved(CheckRun run) implements RunEvent {}

    /** A check got its result. */
    record ResultRecorded(CheckResult result) implements RunEvent {}

    /** Nothing more will come. */
    record Over(CheckRun run) implements RunEvent {}
}
