package org.luoshi.kernel.start;

import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The one thread of a part that works beside the pages. It ends with the program and whenever it is told to.
///
/// What it runs looks at [#isRunning] between its steps; a step that waits is interrupted by [#stop].
public final class BackgroundThread {

    /// Work that may wait.
    @FunctionalInterface
    public interface Step {
        void run() throws InterruptedException;
    }

    private final String name;
    private volatile @Nullable Thread thread;

    /// @param name as thread dumps and logs show it
    public BackgroundThread(String name) {
        this.name = name;
    }

    public void start(Runnable work) {
        Thread started = Thread.ofPlatform().name(name).daemon().unstarted(work);
        thread = started;
        started.start();
    }

    /// Does a step again and again, the pauses between them a part of it. A step that fails is told of and tried again
    /// after a pause; what fails while it is being stopped is not told of, as what it works with closes under it then.
    public void repeat(Step step, Duration pauseAfterFailure, Consumer<RuntimeException> failed) {
        start(() -> {
            try {
                while (thread == Thread.currentThread()) {
                    try {
                        step.run();
                    } catch (RuntimeException failure) {
                        if (thread != Thread.currentThread()) return;
                        failed.accept(failure);
                        Thread.sleep(pauseAfterFailure);
                    }
                }
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        });
    }

    /// Does not wait.
    public void stop() {
        stop(Duration.ZERO);
    }

    /// @param longest how long to wait for a step that does not heed the interrupt; zero for not at all
    public void stop(Duration longest) {
        Thread running = thread;
        thread = null;
        if (running == null) return;
        running.interrupt();
        if (longest.isZero()) return;
        try {
            running.join(longest);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// Whether it was started and not stopped since; also while work that came to its end by itself is over.
    public boolean isRunning() {
        return thread != null;
    }
}
