package org.luoshi.app.activation;

import java.nio.file.Path;
import org.luoshi.app.account.FreshAccounts;
import org.luoshi.app.command.Refusal;
import org.luoshi.app.demonstration.Demonstration;
import org.luoshi.pack.PackSet;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/// Puts the packs into force before the first page is served. Without pending packs (a command that needs
/// none) it does nothing. `luoshi.startup=join`, which commands set, never makes a new installation.
@Component
class Startup implements SmartLifecycle {

    private final ObjectProvider<PendingPacks> pending;
    private final Activation activation;
    private final Demonstration demonstration;
    private final FreshAccounts accounts;
    private final Environment environment;
    private volatile boolean running;

    Startup(
            ObjectProvider<PendingPacks> pending,
            Activation activation,
            Demonstration demonstration,
            FreshAccounts accounts,
            Environment environment) {
        this.pending = pending;
        this.activation = activation;
        this.demonstration = demonstration;
        this.accounts = accounts;
        this.environment = environment;
    }

    @Override
    public void start() {
        running = true;
        PendingPacks packs = pending.getIfAvailable();
        if (packs != null && !environment.getProperty("luoshi.startup", "build").equals("look")) {
            bringUp(packs.get());
        }
    }

    private void bringUp(PackSet packs) {
        Path data = Path.of(environment.getProperty("LUOSHI_DATA", "data"));
        if (environment.getProperty("luoshi.startup", "build").equals("join")) {
            join(packs);
        } else if (!activation.fresh()) {
            activation.use(packs);
        } else if (environment.getProperty("LUOSHI_SAMPLES", "on").equals("off")) {
            activation.use(packs);
            accounts.createFirst(data);
        } else {
            demonstration.build(activation, packs, data);
        }
    }

    /// A command works on what is there, perhaps beside a running server; only `run` changes what is in force.
    private void join(PackSet packs) {
        if (activation.fresh()) {
            throw Refusal.failed(
                    "数据文件夹里还没有系统，先执行一次 luoshi run。", "There is no system in the data folder yet; run luoshi run once.");
        }
        if (!activation.inForce(packs)) {
            throw Refusal.failed(
                    "系统包与启用中的不同。用 luoshi schema 查看改动，用 luoshi run 启用，再执行本命令。",
                    "The packs differ from those in force. See the changes with luoshi schema, bring them into force with luoshi run, then run this command.");
        }
        activation.use(packs);
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /// Before the web server, which opens its port late.
    @Override
    public int getPhase() {
        return 0;
    }
}
