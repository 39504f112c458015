package org.luoshi.register.internal.record;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.luoshi.access.Permission;
import org.luoshi.access.Viewer;
import org.luoshi.pack.Entity;
import org.luoshi.pack.QualifiedId;
import org.luoshi.register.EntityTable;
import org.luoshi.register.internal.value.BadValue;

/// Finds the record that somebody names: `#42`, `#42 its label`, or its business key where that is one field.
public final class References {

    static final Pattern NUMBERED = Pattern.compile("#(\\d{1,18})(?:\\s.*)?");

    private final Setting setting;

    public References(Setting setting) {
        this.setting = setting;
    }

    /// The id in `#42` or `#42 its label`.
    public static Optional<Long> numbered(String name) {
        Matcher numbered = NUMBERED.matcher(name);
        return numbered.matches() ? Optional.of(Long.valueOf(numbered.group(1))) : Optional.empty();
    }

    public Long find(QualifiedId target, String name, Viewer viewer) throws BadValue {
        Entity entity = setting.packs()
                .entity(target)
                .orElseThrow(() -> new IllegalArgumentException("no pack in use declares `" + target + "`"));
        Optional<Long> numbered = numbered(name);
        boolean byId = numbered.isPresent();
        if (!byId && entity.key().size() > 1) {
            throw new BadValue(
                    "%s 的主键不止一个字段；写作 #编号".formatted(entity.title().zh()),
                    "%s has a key of several fields; write #id".formatted(entity.title().en()));
        }
        List<Long> found = setting.database()
                .select(EntityTable.ID)
                .from(new EntityTable(entity).current())
                .where(new RecordAccess(entity, setting).rows(viewer, Permission.READ))
                .and(byId
                        ? EntityTable.ID.eq(numbered.get())
                        : DSL.field(DSL.name(entity.key().getFirst())).cast(SQLDataType.VARCHAR).eq(name))
                .fetch(EntityTable.ID);
        return Optional.ofNullable(found.isEmpty() ? null : found.getFirst()).orElseThrow(() -> new BadValue(
                "%s里没有「%s」".formatted(entity.title().zh(), name),
                "there is no \"%s\" in %s".formatted(name, entity.title().en())));
    }
}
