package org.luoshi.webhook;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.luoshi.kernel.start.BackgroundThread;
import org.luoshi.webhook.internal.Courier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// Sends what waits. Each receiver is served by a thread of its own, so that a slow one keeps nobody waiting; so many at
/// once.
@Component
public class WebhookWorker implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(WebhookWorker.class);

    private static final int AT_ONCE = 8;
    private static final Duration TIDYING = Duration.ofHours(1);
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(5);

    private final Courier courier;
    private final Duration poll;
    private final boolean enabled;
    private final Set<String> served = ConcurrentHashMap.newKeySet();
    private final Semaphore places = new Semaphore(AT_ONCE);
    private long tidied = System.nanoTime() - TIDYING.toNanos();
    private final BackgroundThread thread = new BackgroundThread("webhooks");

    /// @param poll between looks at what is due
    public WebhookWorker(
            Courier courier,
            @Value("${luoshi.webhooks.poll:PT2S}") Duration poll,
            @Value("${luoshi.webhooks.worker:true}") boolean enabled) {
        this.courier = courier;
        this.poll = poll;
        this.enabled = enabled;
    }

    @Override
    public void start() {
        thread.repeat(
                this::step,
                PAUSE_AFTER_FAILURE,
                failed -> LOG.error("推送队列读不出来，稍后再试 / could not look at what webhooks are to be told; trying again", failed));
    }

    /// A delivery that is being tried is not waited for: it is taken again after the next start.
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

    private void step() throws InterruptedException {
        if (System.nanoTime() - tidied >= TIDYING.toNanos()) {
            courier.forgetDelivered();
            tidied = System.nanoTime();
        }
        serve();
        Thread.sleep(poll);
    }

    private void serve() throws InterruptedException {
        for (String webhook : courier.due()) {
            if (!served.add(webhook)) continue;
            if (!places.tryAcquire(poll.toMillis(), TimeUnit.MILLISECONDS)) {
                served.remove(webhook);
                return;
            }
            Thread.ofVirtual().name("webhook-" + webhook).start(() -> serve(webhook));
        }
    }

    private void serve(String webhook) {
        try {
            courier.deliverTo(webhook);
        } catch (RuntimeException failed) {
            if (isRunning()) LOG.error("推送 {} 出错，稍后再试 / webhook {} failed; trying again", webhook, webhook, failed);
        } finally {
            served.remove(webhook);
            places.release();
        }
    }
}
