package org.luoshi.register.internal.history;

import static org.luoshi.tables.Tables.PACK_FILE;
import static org.luoshi.tables.Tables.PACK_VERSION_FILE;

import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jooq.DSLContext;
import org.luoshi.kernel.digest.Sha256;
import org.luoshi.pack.PackFiles;

/// The files of pack versions, each distinct file once.
final class PackFileStore {

    private final DSLContext database;

    PackFileStore(DSLContext database) {
        this.database = database;
    }

    /// Keeps those that are not kept yet.
    void keep(Collection<PackFiles> packs) {
        Set<String> kept = database.selectDistinct(PACK_VERSION_FILE.DIGEST)
                .from(PACK_VERSION_FILE)
                .where(PACK_VERSION_FILE.DIGEST.in(packs.stream().map(PackFiles::digest).toList()))
                .fetchSet(PACK_VERSION_FILE.DIGEST);
        packs.stream().filter(pack -> !kept.contains(pack.digest())).forEach(this::insert);
    }

    Optional<PackFiles> read(String pack, String digest) {
        TreeMap<String, byte[]> contents = new TreeMap<>();
        database.select(PACK_VERSION_FILE.PATH, PACK_FILE.CONTENT)
                .from(PACK_VERSION_FILE)
                .join(PACK_FILE)
                .on(PACK_FILE.HASH.eq(PACK_VERSION_FILE.HASH))
                .where(PACK_VERSION_FILE.DIGEST.eq(digest))
                .forEach(row -> contents.put(row.value1(), row.value2()));
        return contents.isEmpty() ? Optional.empty() : Optional.of(new PackFiles(pack, digest, contents));
    }

    private void insert(PackFiles pack) {
        pack.contents().forEach((path, content) -> {
            String hash = Sha256.hex(content);
            database.insertInto(PACK_FILE)
                    .set(PACK_FILE.HASH, hash)
                    .set(PACK_FILE.CONTENT, content)
                    .onConflictDoNothing()
                    .execute();
            database.insertInto(PACK_VERSION_FILE)
                    .set(PACK_VERSION_FILE.DIGEST, pack.digest())
                    .set(PACK_VERSION_FILE.PATH, path)
                    .set(PACK_VERSION_FILE.HASH, hash)
                    .onConflictDoNothing()
                    .execute();
        });
    }
}
