package dev.oin.checks;

import dev.oin.kernel.RunId;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One watcher of one run, with what it has been told already. */
final class RunWatch {

    private final RunId run;
    private final Consumer<RunEvent> listener;
    private final RunRows rows;
    private final ResultRows results;
    private final ReentrantLock turn = new ReentrantLock();
    private long told;
    private @Nullable CheckRun last;
    private boolean over;

    RunWatch(RunId run, long afterSequence, Consumer<RunEvent> listener, RunRows rows, ResultRows results) {
        this.run = run;
        this.told = afterSequence;
        this.listener = listener;
        this.rows = rows;
        this.results = results;
    }

    RunId run() {
        return run;
    }

    boolean isOf(RunId other) {
        return run.equals(other);
    }

    /** Tells what is new; true when nothing more will come. */
    boolean look() {
        turn.lock();
        try {
            return over || tell();
        } finally {
            turn.unlock();
        }
    }

    private boolean tell() {
        var now = rows.find(run);
        if (now.isEmpty()) {
            return true;
        }
        if (told < Long.MAX_VALUE) {
            results.after(run, told).forEach(this::tell);
        }
        if (now.get().status().isOver()) {
            over = true;
            listener.accept(new RunEvent.Over(now.get()));
        } else if (!now.get().equals(last)) {
            last = now.get();
            listener.accept(new RunEvent.Moved(now.get()));
        }
        return over;
    }

    private void tell(CheckResult result) {
        told = result.sequence();
        listener.accept(new RunEvent.ResultRecorded(result));
    }
}
