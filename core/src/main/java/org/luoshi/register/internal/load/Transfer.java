package org.luoshi.register.internal.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.luoshi.access.Viewer;
import org.luoshi.audit.Change;
import org.luoshi.audit.ChangeRequest;
import org.luoshi.kernel.text.Text;
import org.luoshi.pack.Entity;
import org.luoshi.pack.Field;
import org.luoshi.register.ImportProgress.Phase;
import org.luoshi.register.ImportReport;
import org.luoshi.register.ImportReport.Outcome;
import org.luoshi.register.ImportRequest;
import org.luoshi.register.ImportRequest.Mode;
import org.luoshi.register.RecordsImported;
import org.luoshi.register.internal.load.Way.Counts;
import org.luoshi.register.internal.record.Setting;

/// The part of an import inside its transaction: read, check, then open the change and write.
///
/// The lock of the change is held only while writing. What was checked before is checked again if another change came
/// in between.
final class Transfer {

    private final Entity entity;
    private final Setting setting;
    private final ImportRequest request;
    private final Viewer viewer;
    private final ErrorList errors;
    private final Watch watch;
    private final RowSource source;
    private @Nullable Change change;
    private @Nullable DatabaseDisk disk;

    Transfer(Entity entity, Setting setting, ImportRequest request, Viewer viewer, ErrorList errors, Watch watch, RowSource source) {
        this.entity = entity;
        this.setting = setting;
        this.request = request;
        this.viewer = viewer;
        this.errors = errors;
        this.watch = watch;
        this.source = source;
    }

    /// The change that was opened, if it came so far.
    @Nullable Change change() {
        return change;
    }

    /// Where the database is, if it is on this machine.
    @Nullable Path databaseFolder() {
        return disk == null ? null : disk.folder();
    }

    ImportReport run() {
        ImportReport report = setting.database().connectionResult(c -> {
            try {
                return transfer(new Statements(c, watch));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        return Objects.requireNonNull(report);
    }

    private ImportReport transfer(Statements statements) throws IOException, ImportProblem, SQLException {
        disk = DatabaseDisk.of(statements).orElse(null);
        try (DatabaseDisk.Guard _ = DatabaseDisk.guard(disk, watch);
                Spool spool = Spool.open()) {
            Loading loading = new Loading(entity, setting, viewer, statements, spool, errors, watch);
            loading.load(new ReadAhead(source));
            watch.enter(Phase.CHECKING, 0);
            Way way = way(loading, spool, statements);
            Counts counts = way.check();
            errors.finish();
            boolean refused = errors.badRows() > 0 && request.mode() == Mode.ALL_OR_NOTHING;
            Outcome outcome = request.dryRun() ? Outcome.CHECKED : refused ? Outcome.REFUSED : Outcome.IMPORTED;
            if (outcome == Outcome.IMPORTED && counts.anything()) {
                write(way, counts);
            }
            List<Text> notes = new ArrayList<>(source.notes());
            notes.addAll(loading.notes());
            return new ImportReport(
                    outcome, loading.rows(), counts.created(), counts.updated(), counts.unchanged(), errors.badRows(),
                    errors.first(), errors.count(), loading.header().matches(), notes, null, errors.file(), change);
        }
    }

    private Way way(Loading loading, Spool spool, Statements statements) {
        List<Field> present = loading.header().present();
        Surroundings surroundings = loading.surroundings();
        if (surroundings != null && loading.keysSurelyDistinct()) {
            return new Fill(entity, present, surroundings, spool, loading.checkedAfter(), statements, watch);
        }
        Stage stage = new Stage(entity, present, setting, viewer);
        List<Check> checks = new Checks(entity, stage, setting, viewer, !loading.keysSurelyDistinct()).all();
        return new Merge(stage, checks, loading, spool, source, errors, statements, watch);
    }

    private void write(Way way, Counts counts) throws IOException, ImportProblem, SQLException {
        watch.enter(Phase.WRITING, counts.created() + counts.updated());
        Change made = setting.log().open(new ChangeRequest(viewer.account(), "record.import", entity.id().toString(), Map.of(
                "file", request.name(),
                "created", String.valueOf(counts.created()),
                "updated", String.valueOf(counts.updated()),
                "bad", String.valueOf(errors.badRows()))));
        change = made;
        if (made.number() != way.checkedAfter() + 1) {
            if (!setting.commitments().stillTrue()) {
                throw Way.overtaken();
            }
            way.checkAgain();
        }
        boolean first = way.write(made, counts);
        setting.events().publishEvent(new RecordsImported(entity.id(), made, counts.created(), counts.updated(), first));
    }
}
