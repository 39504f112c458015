package org.luoshi.app;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.luoshi.app.account.FreshAccounts;
import org.luoshi.app.activation.PackFolder;
import org.luoshi.app.activation.PendingPacks;
import org.luoshi.app.command.Arguments;
import org.luoshi.app.command.Command;
import org.luoshi.app.command.Exit;
import org.luoshi.app.command.Refusal;
import org.luoshi.app.database.DatabaseSettings;
import org.luoshi.app.database.LuoshiDatabase;
import org.luoshi.app.database.PendingDatabase;
import org.luoshi.kernel.text.Text;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.ContextClosedEvent;

/// Serves until it is told to stop.
final class RunCommand implements Command {

    @Override
    public String name() {
        return "run";
    }

    @Override
    public String usage() {
        return "[--drop NAME,…] [--forget NAME,…]";
    }

    /// `--drop` names what a change of the packs' schema may take out of the registers, `--forget` what is to be erased of
    /// what was taken out before.
    @Override
    public Set<String> options() {
        return Set.of("--drop", "--forget");
    }

    @Override
    public Text summary() {
        return new Text(
                "启动服务。LUOSHI_PORT 端口（8080），LUOSHI_BIND 地址（127.0.0.1），LUOSHI_DATA 数据文件夹，LUOSHI_DB_URL 外部数据库。",
                "Starts the server. LUOSHI_PORT port (8080), LUOSHI_BIND address (127.0.0.1), LUOSHI_DATA data folder, LUOSHI_DB_URL external database.");
    }

    /// `--train` starts, serves one page to itself and ends: a rehearsal from which the JVM keeps what it loaded.
    @Override
    public Set<String> flags() {
        return Set.of("--train");
    }

    @Override
    public int run(Arguments arguments) throws Exception {
        var address = ListenAddress.of(System::getenv);
        address.requireFree();
        var closed = new CountDownLatch(1);
        var context = start(
                closed, arguments.option("--drop").orElse(""), arguments.option("--forget").orElse(""));
        var url = address.url(context.getEnvironment().getRequiredProperty("local.server.port"));
        System.out.println("落实已启动，用浏览器打开 / Luoshi is ready, open in a browser:  " + url);
        if (arguments.has("--train")) {
            rehearse(url);
            context.close();
            return Exit.DONE;
        }
        FreshAccounts.listing(DatabaseSettings.of(System::getenv).data())
                .ifPresent(accounts -> System.out.println("账号 / accounts:\n" + accounts));
        System.out.println("按 Ctrl-C 停止 / press Ctrl-C to stop");
        var lost = new AtomicBoolean();
        context.getBean(LuoshiDatabase.class).onUnexpectedEnd(() -> {
            lost.set(true);
            closed.countDown();
        });
        closed.await();
        if (lost.get())
            throw Refusal.failed(
                    "内置数据库意外停止，服务随之停止；已确认的写入没有丢失。原因见数据文件夹中的 postgres/postgres.log，处理后重新启动。",
                    "The embedded database stopped unexpectedly, and the server with it; no acknowledged write is lost. See postgres/postgres.log in the data folder for the reason, then start again.");
        return Exit.DONE;
    }

    /// The database opens and the packs compile while Spring looks around; the first bean that needs them waits.
    private static ConfigurableApplicationContext start(CountDownLatch closed, String drop, String forget) {
        // Until Spring sets logging up, a library's notes would appear in its own format.
        LoggingSystem.get(RunCommand.class.getClassLoader()).beforeInitialize();
        var database = PendingDatabase.owning(DatabaseSettings.of(System::getenv));
        var packs = PendingPacks.compiling(PackFolder.of(System::getenv));
        // Runs after the context, and with it the connection pool, has closed.
        SpringApplication.getShutdownHandlers().add(database::close);
        var application = Server.application();
        application.setDefaultProperties(Map.of("luoshi.drop", drop, "luoshi.forget", forget));
        Proxy.named(System::getenv).ifPresent(proxy -> proxy.trustedBy(application));
        application.addInitializers(context -> {
            context.getBeanFactory().registerSingleton("pendingDatabase", database);
            context.getBeanFactory().registerSingleton("pendingPacks", packs);
        });
        application.addListeners((ApplicationListener<ContextClosedEvent>) event -> closed.countDown());
        return application.run();
    }

    private static void rehearse(String url) throws IOException, InterruptedException {
        try (var client = HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NORMAL).build()) {
            client.send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.discarding());
        }
    }
}
