package org.luoshi.app.command;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.luoshi.kernel.text.Text;
import org.luoshi.postgres.PostgresProblem;
import org.luoshi.register.SchemaRefused;
import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/// Keeps Spring silent about failures that the command line explains itself, in two plain lines.
@Order(Ordered.HIGHEST_PRECEDENCE)
public final class PlainFailures implements SpringBootExceptionReporter {

    private static final String DISK_FULL = "53100";

    /// Class 08, no connection, and 57P, an administrator or a crash stopped it.
    private static final List<String> STOPPED = List.of("08", "57P");

    /// What to say, and with which exit code to end.
    record Plain(Text words, int exit) {}

    @Override
    public boolean reportException(Throwable failure) {
        return of(failure).isPresent();
    }

    /// Looks through the causes, in which Spring wraps what a bean said.
    static Optional<Plain> of(Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof Refusal refusal) return Optional.of(new Plain(refusal.reason(), refusal.exit()));
            if (cause instanceof SchemaRefused schema) return Optional.of(new Plain(schema.reason(), Exit.FAILED));
            if (cause instanceof PortInUseException taken)
                return Optional.of(new Plain(
                        new Text(
                                "端口 %d 刚被另一个程序占用。再启动一次，或用 LUOSHI_PORT 换一个端口。".formatted(taken.getPort()),
                                "Another program has just taken port %d. Start again, or choose another port with LUOSHI_PORT."
                                        .formatted(taken.getPort())),
                        Exit.FAILED));
            if (cause instanceof PostgresProblem problem)
                return Optional.of(new Plain(new Text(problem.zh(), problem.en()), Exit.FAILED));
            if (cause instanceof SQLException refused && database(refused.getSQLState()).isPresent())
                return database(refused.getSQLState()).map(words -> new Plain(words, Exit.FAILED));
        }
        return Optional.empty();
    }

    /// What a database says when it cannot go on, by SQLSTATE; empty for mistakes of ours.
    private static Optional<Text> database(@Nullable String state) {
        if (DISK_FULL.equals(state))
            return Optional.of(new Text(
                    "数据库所在的磁盘已满，没有做完的改动已撤销。清理磁盘，再执行一次。",
                    "The disk of the database is full; what was not finished has been undone. Free some space and try again."));
        if (state != null && STOPPED.stream().anyMatch(state::startsWith))
            return Optional.of(new Text(
                    "数据库中途停止或断开，没有做完的改动已撤销。原因见数据文件夹中的 postgres/postgres.log 或外部数据库的日志；处理后再执行一次。",
                    "The database stopped or went away meanwhile; what was not finished has been undone. See postgres/postgres.log in the data folder, or the external database's log, for the reason, then try again."));
        return Optional.empty();
    }
}
