package org.luoshi.postgres;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/// A PostgreSQL server of our own: a child process, on the loopback address only, with fsync on.
///
/// It ends with us: by [#close()], or, when we are killed, by a death signal that the kernel sends it.
public final class EmbeddedPostgres implements AutoCloseable {

    /// How long a server whose program was killed may take for its own shutdown.
    private static final Duration DYING = Duration.ofSeconds(60);

    private static final String DATABASE = "luoshi";

    private final Cluster cluster;
    private final FolderLock lock;
    private final Server server;
    private final int port;

    private EmbeddedPostgres(Cluster cluster, FolderLock lock, Server server, int port) {
        this.cluster = cluster;
        this.lock = lock;
        this.server = server;
        this.port = port;
    }

    /// Starts the server of the folder, making the folder and the database `luoshi` if there are none.
    ///
    /// @throws PostgresProblem when something outside the program is in the way
    public static EmbeddedPostgres start(Options options) {
        try {
            Folders.create(options.folder(), "rwx--x--x");
            var lock = FolderLock.take(options.folder());
            try {
                return start(options, lock);
            } catch (IOException | RuntimeException e) {
                lock.close();
                throw e;
            }
        } catch (PortTaken e) {
            throw e.problem();
        } catch (IOException e) {
            throw Folders.problem(options.folder(), e);
        }
    }

    /// @param lock of the folder; the running server keeps it
    static EmbeddedPostgres start(Options options, FolderLock lock) throws IOException {
        var cluster = new Cluster(options.folder());
        cluster.undoHalfReplacement();
        cluster.requireMajor(Binaries.packagedMajor());
        var binaries = Binaries.in(options.binaries());
        var privileges = Privileges.forServer(options.folder(), cluster.path(), binaries);
        if (cluster.exists()) privileges.own(cluster.path());
        else cluster.initialise(binaries, privileges);
        awaitOldServer(cluster);
        for (var attempt = 1; ; attempt++) {
            var port = options.port() == 0 ? freePort() : options.port();
            try {
                var server = Server.start(cluster, binaries, privileges, port, options.settings());
                var running = new EmbeddedPostgres(cluster, lock, server, port);
                running.ensureDatabase();
                return running;
            } catch (PortTaken e) {
                // Between our look and the server's bind somebody else took the free port.
                if (options.port() != 0 || attempt == 5) throw e;
            }
        }
    }

    /// We hold the folder's lock, so a server still there has lost its program and is shutting down.
    private static void awaitOldServer(Cluster cluster) throws IOException {
        var deadline = System.nanoTime() + DYING.toNanos();
        for (var old = Postmaster.of(cluster.path()); old.isPresent(); old = Postmaster.of(cluster.path())) {
            if (!old.get().alive(cluster.path())) {
                // Left by a power cut; its number may belong to another process by now, which confuses the server.
                Files.deleteIfExists(Postmaster.file(cluster.path()));
                return;
            }
            if (System.nanoTime() > deadline) throw stillRunning(cluster, old.get().pid());
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
    }

    private static PostgresProblem stillRunning(Cluster cluster, long pid) {
        return new PostgresProblem(
                "另一个 PostgreSQL（进程 %d）仍在使用 %s。停止它再启动：kill -INT %d".formatted(pid, cluster.path(), pid),
                "Another PostgreSQL (process %d) still runs on %s. Stop it, then start again: kill -INT %d"
                        .formatted(pid, cluster.path(), pid));
    }

    private static int freePort() throws IOException {
        try (var probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return probe.getLocalPort();
        }
    }

    private void ensureDatabase() {
        try (var _ = login(DATABASE).connect()) {
            return;
        } catch (SQLException e) {
            var missing = "3D000".equals(e.getSQLState());
            if (!missing) throw refused(e);
        }
        try (var connection = login("postgres").connect();
                var statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + DATABASE);
        } catch (SQLException e) {
            throw refused(e);
        }
    }

    private PostgresProblem refused(SQLException e) {
        server.stop();
        return new PostgresProblem(
                "内置数据库已启动但拒绝连接：%s（口令文件 %s）".formatted(e.getMessage(), cluster.passwordFile()),
                "The embedded database runs but refuses us: %s (password file %s)"
                        .formatted(e.getMessage(), cluster.passwordFile()),
                e);
    }

    /// The server that another program of ours runs on this folder, if it is ready.
    public static Optional<DatabaseLogin> running(Path folder) {
        var cluster = new Cluster(folder);
        try {
            var postmaster = Postmaster.of(cluster.path());
            if (postmaster.isEmpty() || !postmaster.get().ready() || !postmaster.get().alive(cluster.path()))
                return Optional.empty();
            return Optional.of(login(cluster, postmaster.get().port(), DATABASE));
        } catch (IOException e) {
            throw Folders.problem(folder, e);
        }
    }

    private static DatabaseLogin login(Cluster cluster, int port, String database) throws IOException {
        return new DatabaseLogin("jdbc:postgresql://127.0.0.1:" + port + "/" + database, Cluster.USER, cluster.password());
    }

    public DatabaseLogin login() {
        return login(DATABASE);
    }

    public DatabaseLogin login(String database) {
        try {
            return login(cluster, port, database);
        } catch (IOException e) {
            throw Folders.problem(cluster.folder(), e);
        }
    }

    public String jdbcUrl() {
        return login().jdbcUrl();
    }

    public int port() {
        return port;
    }

    public String user() {
        return login().user();
    }

    public String password() {
        return login().password();
    }

    public long pid() {
        return server.pid();
    }

    /// Hears when the server ends although nobody closed it: killed, or its disk full.
    public void onUnexpectedEnd(Runnable listener) {
        server.onUnexpectedEnd(listener);
    }

    public boolean alive() {
        return server.alive();
    }

    /// Stops the server cleanly and frees the folder. Harmless when repeated.
    @Override
    public void close() {
        server.stop();
        try {
            lock.close();
        } catch (IOException e) {
            throw Folders.problem(cluster.folder(), e);
        }
    }
}
