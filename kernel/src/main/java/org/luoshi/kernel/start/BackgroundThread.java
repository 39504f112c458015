package org.luoshi.kernel.start;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// The one thread of a part that works beside the pages. It ends with the program and whenever it is told to.
///
/// What it runs looks at [#isRunning] between its steps; a step that waits is interrupted by [#stop].
public final class BackgroundThread {

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
