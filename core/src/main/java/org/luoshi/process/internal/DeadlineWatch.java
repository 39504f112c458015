package org.luoshi.process.internal;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.luoshi.kernel.start.LateStart;
import org.luoshi.kernel.text.Text;
import org.luoshi.process.CaseAttachments;
import org.luoshi.process.CaseOperations;
import org.luoshi.process.Deadlines;
import org.luoshi.process.Recounts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/// Looks every few minutes whether a limit has passed, and whether somebody who has a task is gone. A limit ends with
/// its day, so minutes do not matter.
@Component
class DeadlineWatch implements LateStart, DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(DeadlineWatch.class);
    private static final Duration PAUSE = Duration.ofMinutes(5);

    private final Deadlines deadlines;
    private final CaseOperations operations;
    private final Recounts recounts;
    private final CaseAttachments attachments;
    private volatile boolean stopped;
    private volatile @Nullable Thread thread;

    DeadlineWatch(Deadlines deadlines, CaseOperations operations, Recounts recounts, CaseAttachments attachments) {
        this.attachments = attachments;
        this.recounts = recounts;
        this.operations = operations;
        this.deadlines = deadlines;
    }

    @Override
    public Text title() {
        return new Text("期限检查", "watch over limits");
    }

    @Override
    public void start() {
        thread = Thread.ofPlatform().name("deadlines").daemon().start(this::watch);
    }

    @Override
    public void destroy() {
        stopped = true;
        Thread running = thread;
        if (running != null) running.interrupt();
    }

    private void watch() {
        while (!stopped) {
            try {
                recounts.run(done -> LOG.debug("{} cases counted again", done));
                int moved = deadlines.run();
                if (moved > 0) LOG.info("{} cases moved because a limit has passed", moved);
                int released = operations.releaseAbandoned();
                if (released > 0) LOG.info("{} tasks released whose holders are gone", released);
                int left = attachments.sweep();
                if (left > 0) LOG.info("files left in the forms of {} finished steps were taken away", left);
                Thread.sleep(PAUSE);
            } catch (InterruptedException end) {
                return;
            } catch (RuntimeException failed) {
                if (stopped) return;
                LOG.error("limits could not be watched; trying again later", failed);
                if (!pausedAfterFailure()) return;
            }
        }
    }

    private static boolean pausedAfterFailure() {
        try {
            Thread.sleep(PAUSE);
            return true;
        } catch (InterruptedException end) {
            return false;
        }
    }
}
