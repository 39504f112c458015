package org.luoshi.web.register;

import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.luoshi.access.Viewer;
import org.luoshi.kernel.text.Text;
import org.luoshi.register.ImportJob;
import org.luoshi.register.ImportReport;
import org.luoshi.register.ImportRequest;
import org.luoshi.register.ImportRequest.Mode;
import org.luoshi.register.Register;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

/// Imports under way and just done, each seen only by the account that started it. A file is kept for as long as its
/// owner may still decide to write it, and no longer than a few hours.
@Component
class ImportJobs {

    private static final Logger LOG = LoggerFactory.getLogger(ImportJobs.class);
    private static final Duration KEPT = Duration.ofHours(4);

    private final Clock clock;
    private final Map<String, Running> jobs = new ConcurrentHashMap<>();

    ImportJobs(Clock clock) {
        this.clock = clock;
    }

    /// @param report null while it runs
    record State(String id, String entity, String name, ImportJob job, boolean dry, @Nullable ImportReport report) {}

    private static final class Running {
        private final String account;
        private final String entity;
        private final String name;
        private final Path folder;
        private final Instant since;
        private final ImportJob job;
        private final boolean dry;
        private volatile @Nullable ImportReport report;

        private Running(
                String account, String entity, String name, Path folder, Instant since, ImportJob job, boolean dry) {
            this.account = account;
            this.entity = entity;
            this.name = name;
            this.folder = folder;
            this.since = since;
            this.job = job;
            this.dry = dry;
        }
    }

    /// Takes the file in and checks it; nothing is written.
    String check(Register register, MultipartFile file, Viewer viewer) throws IOException {
        forgetOld();
        Path folder = Files.createTempDirectory("luoshi-import");
        try {
            file.transferTo(folder.resolve("upload").toFile()); // to a File it is moved, to a Path copied
        } catch (IOException | RuntimeException e) {
            delete(folder);
            throw e;
        }
        String name = file.getOriginalFilename() == null ? "" : file.getOriginalFilename();
        return start(register, folder, name, Mode.GOOD_ROWS, true, viewer);
    }

    /// Writes what was checked.
    String write(Register register, String checked, Mode mode, Viewer viewer) {
        Running running = jobs.get(checked);
        if (running == null || !running.account.equals(viewer.account())) {
            throw new IllegalArgumentException("no import " + checked);
        }
        return start(register, running.folder, running.name, mode, false, viewer);
    }

    Optional<State> find(String id, String entity, Viewer viewer) {
        Running running = jobs.get(id);
        if (running == null || !running.account.equals(viewer.account()) || !running.entity.equals(entity)) {
            return Optional.empty();
        }
        return Optional.of(
                new State(id, running.entity, running.name, running.job, running.dry, running.report));
    }

    private String start(Register register, Path folder, String name, Mode mode, boolean dry, Viewer viewer) {
        Path bad = folder.resolve("bad-rows.csv");
        ImportRequest request = new ImportRequest(folder.resolve("upload"), name, mode, dry, null, null, bad);
        ImportJob job = register.prepareImport(request, viewer);
        String id = UUID.randomUUID().toString();
        Running running = new Running(
                viewer.account(), register.entity().id().toString(), name, folder, clock.instant(), job, dry);
        jobs.put(id, running);
        Thread.ofVirtual().name("import-" + id).start(() -> running.report = run(job, id));
        return id;
    }

    /// Whatever happens, its owner is told that it has ended.
    private static ImportReport run(ImportJob job, String id) {
        try {
            return job.run();
        } catch (RuntimeException | Error e) {
            LOG.error("import {} failed", id, e);
            return ImportReport.failed(new Text(
                    "系统出错，什么都没有写入；把编号 %s 报告管理员".formatted(id),
                    "something broke and nothing was written; give the administrator the reference %s".formatted(id)));
        }
    }

    /// Files of people are not left behind where nobody would delete them.
    @PreDestroy
    void forgetAll() {
        jobs.values().forEach(running -> delete(running.folder));
    }

    private void forgetOld() {
        Instant limit = clock.instant().minus(KEPT);
        jobs.entrySet().removeIf(entry -> {
            Running running = entry.getValue();
            if (running.report == null || running.since.isAfter(limit)) return false;
            delete(running.folder);
            return true;
        });
    }

    /// Two jobs may share a folder: the check and the writing.
    private static void delete(Path folder) {
        if (!Files.isDirectory(folder)) return;
        try {
            for (String name : List.of("upload", "bad-rows.csv")) Files.deleteIfExists(folder.resolve(name));
            Files.deleteIfExists(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
