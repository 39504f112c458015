package org.luoshi.app.database;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.luoshi.postgres.DatabaseLogin;
import org.luoshi.postgres.EmbeddedPostgres;
import org.luoshi.postgres.Migrations;
import org.luoshi.postgres.PostgresProblem;

/// The migrated database of this program: an external one, our embedded one, or the one a running Luoshi has open.
public final class LuoshiDatabase implements AutoCloseable {

    private final DatabaseLogin login;
    private final @Nullable EmbeddedPostgres server;

    private LuoshiDatabase(DatabaseLogin login, @Nullable EmbeddedPostgres server) {
        this.login = login;
        this.server = server;
    }

    /// For the server: the embedded database must be ours alone.
    public static LuoshiDatabase own(DatabaseSettings settings) {
        if (settings.external().isPresent()) return external(settings.external().get());
        var server = EmbeddedPostgres.start(settings.embedded());
        return migrated(server.login(), server);
    }

    /// For a command beside the server: joins the embedded database where a server has it open.
    public static LuoshiDatabase join(DatabaseSettings settings) {
        if (settings.external().isPresent()) return external(settings.external().get());
        var running = EmbeddedPostgres.running(settings.embedded().folder());
        return running.isPresent() ? migrated(running.get(), null) : own(settings);
    }

    private static LuoshiDatabase external(DatabaseLogin login) {
        try (var reached = login.connect()) {
            reached.isValid(5);
        } catch (SQLException e) {
            throw unreachable(login, e);
        }
        return migrated(login, null);
    }

    private static LuoshiDatabase migrated(DatabaseLogin login, @Nullable EmbeddedPostgres server) {
        try {
            Migrations.apply(login.dataSource());
            return new LuoshiDatabase(login, server);
        } catch (RuntimeException e) {
            if (server != null) server.close();
            throw e;
        }
    }

    /// SQLSTATE classes: 08 no connection, 28 log-in, 3D no such database.
    private static PostgresProblem unreachable(DatabaseLogin login, SQLException e) {
        var state = String.valueOf(e.getSQLState());
        var said = e.getMessage();
        if (state.startsWith("28"))
            return new PostgresProblem(
                    "数据库拒绝登录（%s）：%s。检查 LUOSHI_DB_USER 和 LUOSHI_DB_PASSWORD。".formatted(login, said),
                    "The database refuses the log-in (%s): %s. Check LUOSHI_DB_USER and LUOSHI_DB_PASSWORD."
                            .formatted(login, said),
                    e);
        if (state.startsWith("3D"))
            return new PostgresProblem(
                    "服务器上没有这个数据库（%s）。先建立它：CREATE DATABASE … ENCODING 'UTF8'".formatted(login),
                    "There is no such database on the server (%s). Make it first: CREATE DATABASE … ENCODING 'UTF8'"
                            .formatted(login),
                    e);
        return new PostgresProblem(
                "连不上数据库 %s:%s。检查 LUOSHI_DB_URL、服务器是否运行、网络是否可达；去掉 LUOSHI_DB_URL 则使用内置数据库。"
                        .formatted(login, said),
                "Cannot reach the database %s: %s. Check LUOSHI_DB_URL, whether the server runs and the network lets us through; without LUOSHI_DB_URL the embedded database is used."
                        .formatted(login, said),
                e);
    }

    /// Hears when the embedded server ends by itself. An external one is its administrators' matter: never called.
    public void onUnexpectedEnd(Runnable listener) {
        if (server != null) server.onUnexpectedEnd(listener);
    }

    public DatabaseLogin login() {
        return login;
    }

    @Override
    public void close() {
        if (server != null) server.close();
    }
}
