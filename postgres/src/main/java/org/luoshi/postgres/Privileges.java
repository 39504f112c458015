package org.luoshi.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Under whose name the server runs, and how it learns that we died.
///
/// PostgreSQL refuses to run as root. As root we hand it to an unprivileged user where that user can reach
/// the folder, else run it in a user namespace in which we are nobody (the files stay root's).
/// `--pdeathsig INT` makes the kernel ask for a clean shutdown when the thread that started the server ends.
///
/// @param prefix words before the program
/// @param uid    who must own the cluster
/// @param gid    its group
record Privileges(List<String> prefix, int uid, int gid) {

    static Privileges forServer(Path folder, Path cluster, Binaries binaries) throws IOException {
        // A session of its own: Ctrl-C in the terminal must reach us only, so that the pool closes first.
        var setsid = installed("setsid") ? List.of("setsid") : List.<String>of();
        var self = Path.of("/proc/self");
        var uid = Files.exists(self) ? Folders.owner(Path.of("/proc/" + ProcessHandle.current().pid())) : -1;
        if (uid != 0) {
            requireOwn(cluster, uid);
            var setpriv = installed("setpriv") ? List.of("setpriv", "--pdeathsig", "INT", "--") : List.<String>of();
            return new Privileges(join(setsid, setpriv), uid, -1);
        }
        if (!installed("setpriv"))
            throw new PostgresProblem(
                    "以 root 运行时需要 setpriv（软件包 util-linux）。安装它，或换一个普通用户运行。",
                    "Running as root needs setpriv (package util-linux). Install it, or run as an ordinary user.");
        var account = Account.unprivileged(cluster);
        var become = List.of(
                "setpriv", "--reuid=" + account.uid(), "--regid=" + account.gid(), "--clear-groups", "--pdeathsig",
                "INT", "--");
        if (reaches(become, binaries.program("postgres"), folder))
            return new Privileges(join(setsid, become), account.uid(), account.gid());
        var namespace = List.of("unshare", "-U", "setpriv", "--pdeathsig", "INT", "--");
        if (Commands.run(join(namespace, List.of("true"))).succeeded())
            return new Privileges(join(setsid, namespace), 0, 0);
        throw new PostgresProblem(
                "root 的 PostgreSQL 不能启动：用户 %d 无法进入 %s，本机又不允许用户命名空间。换一个普通用户运行，或用 LUOSHI_DATA 指定一个其他用户可进入的文件夹。"
                        .formatted(account.uid(), folder),
                "PostgreSQL cannot run as root: user %d cannot enter %s and this machine forbids user namespaces. Run as an ordinary user, or set LUOSHI_DATA to a folder that other users may enter."
                        .formatted(account.uid(), folder));
    }

    /// Gives the cluster to the user who will run it; only root can, and only root needs to.
    void own(Path cluster) throws IOException {
        if (gid >= 0 && Folders.owner(cluster) != uid) Folders.giveTo(cluster, uid, gid);
    }

    private static void requireOwn(Path cluster, int uid) throws IOException {
        if (!Files.exists(cluster) || uid < 0 || Folders.owner(cluster) == uid) return;
        throw new PostgresProblem(
                "数据文件夹 %s 属于另一个用户（uid %d）。用该用户运行，或执行：sudo chown -R %d %s"
                        .formatted(cluster, Folders.owner(cluster), uid, cluster.getParent()),
                "The data folder %s belongs to another user (uid %d). Run as that user, or do: sudo chown -R %d %s"
                        .formatted(cluster, Folders.owner(cluster), uid, cluster.getParent()));
    }

    private static boolean reaches(List<String> become, Path program, Path folder) throws IOException {
        var probe = List.of("sh", "-c", "test -x \"$1\" && test -x \"$2\"", "sh", program.toString(), folder.toString());
        return Commands.run(join(become, probe)).succeeded();
    }

    private static boolean installed(String program) {
        for (var folder : System.getenv().getOrDefault("PATH", "/usr/bin:/bin").split(":", -1))
            if (Files.isExecutable(Path.of(folder, program))) return true;
        return false;
    }

    private static List<String> join(List<String> first, List<String> second) {
        var all = new ArrayList<>(first);
        all.addAll(second);
        return List.copyOf(all);
    }

    /// A line of the user database.
    private record Account(int uid, int gid) {

        /// Who owns the cluster already, else the account `luoshi` where an administrator made one, else `nobody`.
        static Account unprivileged(Path cluster) throws IOException {
            if (Files.exists(cluster) && Folders.owner(cluster) != 0)
                return new Account(Folders.owner(cluster), (Integer) Files.getAttribute(cluster, "unix:gid"));
            var accounts = Files.readAllLines(Path.of("/etc/passwd"));
            for (var name : List.of("luoshi", "nobody"))
                for (var line : accounts)
                    if (line.startsWith(name + ":")) {
                        var parts = line.split(":", -1);
                        return new Account(Integer.parseInt(parts[2]), Integer.parseInt(parts[3]));
                    }
            return new Account(65_534, 65_534);
        }
    }
}
