package org.luoshi.app.late;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.luoshi.kernel.start.BackgroundThread;
import org.luoshi.kernel.start.LateStart;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// Starts, one after the other, what may start after the first page, and says how far that is: part of
/// `/actuator/health/readiness`.
@Component
class LateStarts implements SmartLifecycle, HealthIndicator {

    private static final Logger LOG = LoggerFactory.getLogger(LateStarts.class);

    private final List<LateStart> starts;
    private final boolean enabled;
    private final AtomicInteger started = new AtomicInteger();
    private final BackgroundThread thread = new BackgroundThread("late-start");
    private volatile @Nullable Throwable failure;

    /// @param enabled not for commands, which end
    LateStarts(ObjectProvider<LateStart> starts, @Value("${luoshi.late-starts:true}") boolean enabled) {
        this.starts = starts.orderedStream().toList();
        this.enabled = enabled;
    }

    @Override
    public void start() {
        thread.start(this::startAll);
    }

    /// What comes after a failure stays unstarted, since it may build on what failed.
    private void startAll() {
        for (LateStart next : starts) {
            try {
                next.start();
                started.incrementAndGet();
            } catch (Exception | Error e) {
                if (isRunning())
                    LOG.error("未能启动{}，用到它的页面不可用 / could not start {}; pages that need it do not work", next.title().zh(), next.title().en(), e);
                failure = e;
                return;
            }
        }
    }

    @Override
    public void stop() {
        thread.stop();
    }

    @Override
    public boolean isRunning() {
        return thread.isRunning();
    }

    @Override
    public boolean isAutoStartup() {
        return enabled;
    }

    /// After the web server, which opens its port 2,048 phases earlier.
    @Override
    public int getPhase() {
        return DEFAULT_PHASE;
    }

    @Override
    public Health health() {
        int done = started.get();
        if (done == starts.size()) return Health.up().build();
        String pending = starts.get(done).title().en();
        return failure == null
                ? Health.outOfService().withDetail("starting", pending).build()
                : Health.down().withDetail("failed", pending).build();
    }
}
