package org.luoshi.app.database;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.luoshi.app.command.Refusal;
import org.luoshi.postgres.DatabaseLogin;
import org.luoshi.postgres.Options;

/// What the environment says about the database.
///
/// @param external set by LUOSHI_DB_URL, LUOSHI_DB_USER and LUOSHI_DB_PASSWORD
/// @param data     LUOSHI_DATA, by default `data`: holds the embedded database
public record DatabaseSettings(Optional<DatabaseLogin> external, Path data) {

    /// How one looks a variable up; null where it is not set.
    @FunctionalInterface
    public interface Variables {
        @Nullable String get(String name);
    }

    public static DatabaseSettings of(Variables variables) {
        var url = variables.get("LUOSHI_DB_URL");
        var data = variables.get("LUOSHI_DATA");
        return new DatabaseSettings(
                url == null || url.isBlank() ? Optional.empty() : Optional.of(external(url.strip(), variables)),
                Path.of(data == null || data.isBlank() ? "data" : data));
    }

    Options embedded() {
        return Options.in(data.resolve("postgres"));
    }

    /// Accepts JDBC's form and the usual `postgresql://user:password@host:port/name`.
    private static DatabaseLogin external(String url, Variables variables) {
        var user = variables.get("LUOSHI_DB_USER");
        var password = variables.get("LUOSHI_DB_PASSWORD");
        if (url.startsWith("jdbc:postgresql:"))
            return new DatabaseLogin(url, user == null ? "luoshi" : user, password == null ? "" : password);
        if (!url.matches("postgres(ql)?://.+"))
            throw Refusal.usage(
                    "LUOSHI_DB_URL 要写成 postgresql://用户:口令@主机:端口/数据库，现在以 %s 开头。"
                            .formatted(url.split(":", 2)[0]),
                    "LUOSHI_DB_URL is written postgresql://user:password@host:port/database; now it starts with %s."
                            .formatted(url.split(":", 2)[0]));
        var parts = URI.create(url);
        var account = parts.getUserInfo() == null ? new String[0] : parts.getUserInfo().split(":", 2);
        var query = parts.getRawQuery() == null ? "" : "?" + parts.getRawQuery();
        var port = parts.getPort() < 0 ? "" : ":" + parts.getPort();
        return new DatabaseLogin(
                "jdbc:postgresql://" + parts.getHost() + port + parts.getRawPath() + query,
                user != null ? user : account.length > 0 ? account[0] : "luoshi",
                password != null ? password : account.length > 1 ? account[1] : "");
    }
}
