package org.luoshi.process;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.luoshi.access.AccessDenied;
import org.luoshi.access.Permission;
import org.luoshi.access.Viewer;
import org.luoshi.pack.QualifiedId;
import org.luoshi.pack.process.ProcessDefinition;
import org.luoshi.process.internal.Migrating;
import org.luoshi.process.internal.store.MigrationStore;
import org.luoshi.process.internal.store.VersionStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Has running cases taken over by the version of their process that is in the packs now.
///
/// A case is a transaction of its own: what was taken over stays so, whatever ends the run, and a run that is begun again
/// goes on with the cases that are left.
@Service
public class Migrations implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(Migrations.class);

    /// Cases between two looks at whether to stop.
    private static final int PART = 50;

    private final Migrating migrating;
    private final MigrationStore store;
    private final VersionStore versions;
    private final TransactionTemplate transaction;
    private final Set<QualifiedId> waiting = ConcurrentHashMap.newKeySet();
    private final ExecutorService runs =
            Executors.newSingleThreadExecutor(Thread.ofPlatform().name("migration").daemon().factory());

    public Migrations(
            Migrating migrating,
            MigrationStore store,
            VersionStore versions,
            PlatformTransactionManager transactions) {
        this.migrating = migrating;
        this.store = store;
        this.versions = versions;
        this.transaction = new TransactionTemplate(transactions);
    }

    /// The last run of a process, if there was one.
    public Optional<Migration> last(QualifiedId process) {
        return store.last(process);
    }

    /// Running cases that are on another version than the one in the packs.
    public int countBehind(ProcessDefinition process) {
        return store.countBehind(process.id(), version(process));
    }

    /// What a run would do to each of them, in the order in which it would. Changes nothing.
    ///
    /// @param after id of the last case seen; 0 for the beginning
    public List<Migration.Line> dryRun(ProcessDefinition process, long after, int limit) {
        return Objects.requireNonNull(transaction.execute(_ -> store.behind(process.id(), version(process), after, limit).stream()
                .map(file -> migrating.look(file, process))
                .toList()));
    }

    /// Takes over what can be.
    ///
    /// @param progress is told how far it is
    public Migration run(ProcessDefinition process, Consumer<Migration> progress, Viewer viewer) {
        mayAdminister(viewer, process.id());
        long version = version(process);
        Migration run = Objects.requireNonNull(transaction.execute(_ -> store.begin(process.id(), version, viewer.account())));
        long after = 0;
        while (!Thread.currentThread().isInterrupted() && !store.isStopping(run.id())) {
            List<CaseFile> part = store.behind(process.id(), version, after, PART);
            if (part.isEmpty()) {
                transaction.executeWithoutResult(_ -> store.finish(run.id()));
                break;
            }
            for (CaseFile file : part) {
                transaction.executeWithoutResult(_ -> migrating
                        .move(file.id(), process, version, viewer)
                        .ifPresent(moved -> store.count(run.id(), moved)));
            }
            after = part.getLast().id();
            progress.accept(store.last(process.id()).orElseThrow());
        }
        return store.last(process.id()).orElseThrow();
    }

    /// Does the same beside the pages, one process after the other. One that runs or waits already is not begun twice.
    public void start(ProcessDefinition process, Viewer viewer) {
        mayAdminister(viewer, process.id());
        if (!waiting.add(process.id())) return;
        runs.execute(() -> {
            try {
                Migration done = run(process, _ -> {}, viewer);
                LOG.info("{}: {} cases taken over, {} left on their version", process.id(), done.moved(), done.leftBehind());
            } catch (RuntimeException failed) {
                LOG.error("{}: taking over cases failed; begun again, it goes on with those that are left", process.id(), failed);
            } finally {
                waiting.remove(process.id());
            }
        });
    }

    /// Ends a run after the case that it is at.
    public void stop(QualifiedId process, Viewer viewer) {
        mayAdminister(viewer, process);
        transaction.executeWithoutResult(_ -> store.stop(process));
    }

    @Override
    public void destroy() {
        runs.shutdownNow();
    }

    private long version(ProcessDefinition process) {
        return versions.find(process)
                .orElseThrow(() -> new IllegalStateException("version of %s not kept".formatted(process.id())))
                .id();
    }

    private static void mayAdminister(Viewer viewer, QualifiedId process) {
        if (!viewer.everywhere() && !viewer.mayAnywhere(Permission.ADMINISTER)) {
            throw new AccessDenied(Permission.ADMINISTER, process.toString());
        }
    }
}
