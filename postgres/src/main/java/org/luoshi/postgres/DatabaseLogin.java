package org.luoshi.postgres;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/// What one needs to reach a database.
public record DatabaseLogin(String jdbcUrl, String user, String password) {

    /// Opens a new connection each time.
    public DataSource dataSource() {
        var source = new PGSimpleDataSource();
        source.setUrl(jdbcUrl);
        source.setUser(user);
        source.setPassword(password);
        return source;
    }

    public Connection connect() throws SQLException {
        return DriverManager.getConnection(jdbcUrl, user, password);
    }

    /// The password stays out of logs.
    @Override
    public String toString() {
        return user + "@" + jdbcUrl;
    }
}
