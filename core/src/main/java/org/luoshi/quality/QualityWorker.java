package org.luoshi.quality;

import java.time.Duration;
import org.luoshi.kernel.start.BackgroundThread;
import org.luoshi.quality.internal.Evaluation;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// Makes data-quality checks in the background when they are due.
@Component
public class QualityWorker implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(QualityWorker.class);

    private final Evaluation evaluation;
    private final Duration poll;
    private final boolean enabled;
    private final BackgroundThread thread = new BackgroundThread("data quality");

    /// @param poll between looks at what is due
    public QualityWorker(
            Evaluation evaluation,
            @Value("${luoshi.quality.poll:PT5S}") Duration poll,
            @Value("${luoshi.quality.worker:true}") boolean enabled) {
        this.evaluation = evaluation;
        this.poll = poll;
        this.enabled = enabled;
    }

    @Override
    public void start() {
        thread.repeat(
                this::look,
                poll,
                failed -> LOG.error("Data-quality checks could not be made; they say that they are late", failed));
    }

    @Override
    public void stop() {
        thread.stop(Duration.ofSeconds(10));
    }

    @Override
    public boolean isRunning() {
        return thread.isRunning();
    }

    @Override
    public boolean isAutoStartup() {
        return enabled;
    }

    private void look() throws InterruptedException {
        Thread.sleep(poll);
        evaluation.run(false);
    }
}
