package org.luoshi.pack.expression;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.luoshi.pack.Entity;
import org.luoshi.pack.FieldType.ReferenceType;
import org.luoshi.pack.QualifiedId;

/// The rows of one register with what their references lead to: names for expressions, and the `from` that makes
/// them true.
///
/// Ask for [#from] after every expression has been turned into SQL, since each may add a join.
public final class RowSource implements SqlNames {

    private final Entity entity;
    private final String alias;
    private final Function<QualifiedId, Entity> entities;
    private final Function<QualifiedId, Sql> tables;
    private final Map<List<String>, String> aliases = new LinkedHashMap<>();
    private final List<Sql> joins = new ArrayList<>();

    /// @param tables the `from` piece of an entity, present or as of a moment, without alias
    public RowSource(
            Entity entity, String alias, Function<QualifiedId, Entity> entities, Function<QualifiedId, Sql> tables) {
        this.entity = entity;
        this.alias = alias;
        this.entities = entities;
        this.tables = tables;
    }

    @Override
    public Sql field(Expr.FieldPath path) {
        if (!path.entity().equals(entity.id()))
            throw new IllegalArgumentException("rows of %s at hand, not for %s".formatted(entity.id(), path));
        return column(path.path());
    }

    /// A field of the row itself or of what a reference leads to.
    public Sql column(List<String> path) {
        List<String> references = path.subList(0, path.size() - 1);
        return Sql.of(joined(references) + "." + Sql.quoted(path.getLast()));
    }

    public Sql from() {
        Sql from = tables.apply(entity.id()).then(" as " + alias);
        return joins.isEmpty() ? from : from.then(" ").then(Sql.join(" ", joins));
    }

    /// The register's own rows, without alias.
    public Sql table() {
        return tables.apply(entity.id());
    }

    @Override
    public Sql record() {
        return Sql.of(alias + "._id");
    }

    /// Whether some expression so far followed a reference.
    public boolean joins() {
        return !joins.isEmpty();
    }

    private String joined(List<String> references) {
        if (references.isEmpty()) return alias;
        String known = aliases.get(references);
        if (known != null) return known;
        String left = joined(references.subList(0, references.size() - 1));
        String right = alias + "_" + (aliases.size() + 1);
        aliases.put(List.copyOf(references), right);
        Sql on = Sql.of(" as %s on %s._id = %s.%s"
                .formatted(right, right, left, Sql.quoted(references.getLast())));
        joins.add(Sql.of("left join ").then(tables.apply(target(references))).then(on));
        return right;
    }

    private QualifiedId target(List<String> references) {
        Entity current = entity;
        QualifiedId target = entity.id();
        for (String reference : references) {
            target = ((ReferenceType) current.require(reference).type()).entity();
            current = entities.apply(target);
        }
        return target;
    }
}
