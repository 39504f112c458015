package org.luoshi.postgres;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.Nullable;

/// Folders with stated modes, and plain words for what file systems refuse.
final class Folders {

    private Folders() {}

    /// Creates the folder and missing parents; the stated mode goes to the folders created here only.
    static void create(Path folder, String mode) throws IOException {
        if (Files.isDirectory(folder)) return;
        var parent = folder.getParent();
        if (parent != null) create(parent, mode);
        try {
            Files.createDirectory(folder);
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString(mode));
        } catch (FileAlreadyExistsException e) {
            if (!Files.isDirectory(folder)) throw e;
        }
    }

    static void delete(Path root) throws IOException {
        if (!Files.exists(root, LinkOption.NOFOLLOW_LINKS)) return;
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException e) throws IOException {
                if (e != null) throw e;
                Files.delete(folder);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    static int owner(Path path) throws IOException {
        return (Integer) Files.getAttribute(path, "unix:uid", LinkOption.NOFOLLOW_LINKS);
    }

    static void giveTo(Path root, int uid, int gid) throws IOException {
        try (var paths = Files.walk(root)) {
            for (var path : (Iterable<Path>) paths::iterator) {
                Files.setAttribute(path, "unix:uid", uid, LinkOption.NOFOLLOW_LINKS);
                Files.setAttribute(path, "unix:gid", gid, LinkOption.NOFOLLOW_LINKS);
            }
        }
    }

    static void requireSpace(Path folder, long bytes) throws IOException {
        var free = Files.getFileStore(folder).getUsableSpace();
        if (free < bytes) throw full(folder, "%d MB < %d MB".formatted(free >> 20, bytes >> 20));
    }

    static PostgresProblem full(Path folder, String fact) {
        return new PostgresProblem(
                "磁盘空间不足：%s（%s）。清理磁盘，或用 LUOSHI_DATA 换一个数据文件夹。".formatted(folder, fact),
                "The disk is full: %s (%s). Free some space, or set LUOSHI_DATA to another data folder."
                        .formatted(folder, fact));
    }

    static PostgresProblem problem(Path folder, IOException e) {
        var reason = e instanceof FileSystemException refused && refused.getReason() != null
                ? refused.getReason()
                : e.getClass().getSimpleName() + ": " + e.getMessage();
        if (saysDiskIsFull(String.valueOf(e.getMessage()))) return full(folder, reason);
        if (e instanceof FileAlreadyExistsException taken)
            return new PostgresProblem(
                    "%s 是文件，不是文件夹。移走它，或用 LUOSHI_DATA 换一个数据文件夹。".formatted(taken.getFile()),
                    "%s is a file, not a folder. Move it away, or set LUOSHI_DATA to another data folder."
                            .formatted(taken.getFile()));
        if (e instanceof AccessDeniedException denied)
            return new PostgresProblem(
                    "没有权限：%s。换一个有权限的用户运行，或改变该文件夹的所有者，或用 LUOSHI_DATA 换一个数据文件夹。"
                            .formatted(denied.getFile()),
                    "Permission denied: %s. Run as a user who may write there, change its owner, or set LUOSHI_DATA to another data folder."
                            .formatted(denied.getFile()));
        return new PostgresProblem(
                "不能写入数据文件夹 %s：%s。检查该文件夹是否存在且可写，或用 LUOSHI_DATA 换一个。".formatted(folder, reason),
                "Cannot write the data folder %s: %s. See that it exists and can be written, or set LUOSHI_DATA to another."
                        .formatted(folder, reason),
                e);
    }

    static boolean saysDiskIsFull(String text) {
        return text.contains("No space left on device") || text.contains("Disk quota exceeded");
    }
}
