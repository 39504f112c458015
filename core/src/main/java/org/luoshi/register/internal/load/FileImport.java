package org.luoshi.register.internal.load;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.jooq.exception.DataAccessException;
import org.jspecify.annotations.Nullable;
import org.luoshi.access.AccessDenied;
import org.luoshi.access.Permission;
import org.luoshi.access.Viewer;
import org.luoshi.audit.Change;
import org.luoshi.kernel.text.Text;
import org.luoshi.pack.Entity;
import org.luoshi.register.EntityTable;
import org.luoshi.register.ImportProgress;
import org.luoshi.register.ImportReport;
import org.luoshi.register.ImportReport.Outcome;
import org.luoshi.register.ImportRequest;
import org.luoshi.register.internal.record.RecordAccess;
import org.luoshi.register.internal.record.Setting;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One import from open file to commit. Whatever fails on the way leaves nothing.
public final class FileImport {

    private static final Logger LOG = LoggerFactory.getLogger(FileImport.class);

    private final Entity entity;
    private final Setting setting;
    private final ImportRequest request;
    private final Viewer viewer;
    private final Watch watch;

    /// @throws AccessDenied if the viewer may import into this register for no unit
    public FileImport(Entity entity, Setting setting, ImportRequest request, Viewer viewer) {
        this.entity = entity;
        this.setting = setting;
        this.request = request;
        this.viewer = viewer;
        this.watch = new Watch(request.file().toFile().length());
        if (entity.unit() == null) {
            new RecordAccess(entity, setting).demand(viewer, Permission.IMPORT, java.util.Map.of());
        } else if (!viewer.mayAnywhere(Permission.IMPORT)) {
            throw new AccessDenied(Permission.IMPORT, entity.id().toString());
        }
    }

    public ImportProgress progress() {
        return watch.progress();
    }

    public void stop() {
        watch.stop();
    }

    public ImportReport run() {
        Transfer transfer = null;
        RowSource opened = null;
        try (ErrorList errors = new ErrorList(request.errorFile())) {
            RowSource source = Sources.open(request);
            opened = source;
            watch.reading(source);
            Transfer work = new Transfer(entity, setting, request, viewer, errors, watch, source);
            transfer = work;
            return Objects.requireNonNull(setting.transaction().execute(status -> {
                ImportReport report = work.run();
                if (report.outcome() != Outcome.IMPORTED) {
                    status.setRollbackOnly();
                }
                return report;
            }));
        } catch (ImportProblem e) {
            return failed(Outcome.FAILED, e.text(), opened);
        } catch (IOException | RuntimeException e) {
            return afterFailure(e, transfer, opened);
        } finally {
            watch.finish();
        }
    }

    private ImportReport afterFailure(Exception failure, @Nullable Transfer transfer, @Nullable RowSource source) {
        Change change = transfer == null ? null : transfer.change();
        boolean lost = Failures.isLostConnection(failure);
        if (change != null && !lost) {
            sweep();
        }
        if (watch.stopped() && !lost) {
            Text problem = watch.problem();
            return problem == null
                    ? failed(Outcome.STOPPED, new Text("已停止，什么都没有写入", "stopped; nothing was written"), source)
                    : failed(Outcome.FAILED, problem, source);
        }
        ImportProblem inside = find(failure, ImportProblem.class);
        if (inside != null) {
            return failed(Outcome.FAILED, inside.text(), source);
        }
        Text reason = Failures.explain(failure, transfer == null ? null : transfer.databaseFolder());
        if (reason == null) {
            throw failure instanceof RuntimeException e ? e : new IllegalStateException(failure);
        }
        return failed(Outcome.FAILED, change == null ? reason : new Fate(setting).of(change, reason), source);
    }

    /// Rows of a writing that came to nothing still take room in the table until somebody sweeps; a full disk cannot wait.
    private void sweep() {
        try {
            setting.database().execute("vacuum " + new EntityTable(entity).currentSql());
        } catch (DataAccessException | org.springframework.dao.DataAccessException e) {
            LOG.warn("{} was not swept after an import that failed; the database will do so by itself", entity.id(), e);
        }
    }

    /// What was assumed of the file is said above all where it did not work.
    private static ImportReport failed(Outcome outcome, Text problem, @Nullable RowSource source) {
        List<Text> notes = source == null ? List.of() : List.copyOf(source.notes());
        return ImportReport.failed(outcome, problem, notes);
    }

    static <T extends Throwable> @Nullable T find(Throwable failure, Class<T> type) {
        for (Throwable t = failure; t != null; t = t.getCause()) {
            if (type.isInstance(t)) {
                return type.cast(t);
            }
        }
        return null;
    }
}
