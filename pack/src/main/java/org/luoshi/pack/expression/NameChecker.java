package org.luoshi.pack.expression;

import dev.cel.common.ast.CelExpr;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.luoshi.kernel.measure.UnitOfMeasure;
import org.luoshi.pack.Entity;
import org.luoshi.pack.Field;
import org.luoshi.pack.FieldType;
import org.luoshi.pack.QualifiedId;
import org.luoshi.pack.expression.Nodes.Name;
import org.luoshi.pack.expression.Type.NumberType;

/// What a name, or names joined by dots, stands for.
final class NameChecker {

    private final Report report;
    private final Scope scope;
    private final boolean insideAggregate;

    NameChecker(Report report, Scope scope, boolean insideAggregate) {
        this.report = report;
        this.scope = scope;
        this.insideAggregate = insideAggregate;
    }

    /// An entity named at the beginning of a chain.
    ///
    /// @param names how many names of the chain it takes: 1, or 2 with the pack
    record Rooted(Entity entity, int names) {}

    Expr resolve(CelExpr node, List<Name> chain) {
        Name first = chain.getFirst();
        Optional<Rooted> rooted = entity(chain);
        if (rooted.isPresent() && isRow(rooted.get().entity())) return path(node, rooted.get(), chain);
        if (chain.size() == 1 && scope.variables().containsKey(first.text()))
            return new Expr.Variable(
                    first.text(), scope.variables().get(first.text()), report.nodes().at(node));
        Optional<QualifiedId> indicator = indicator(chain);
        if (indicator.isPresent()) return indicatorValue(node, indicator.get());
        if (rooted.isPresent()) return misplaced(node, rooted.get());
        return unknown(chain);
    }

    /// The entity a chain begins with, if any.
    Optional<Rooted> entity(List<Name> chain) {
        Names names = scope.names();
        String first = chain.getFirst().text();
        Entity row = scope.row();
        if (row != null && row.id().name().equals(first)) return Optional.of(new Rooted(row, 1));
        Optional<Rooted> own = names.entity(new QualifiedId(names.pack(), first)).map(e -> new Rooted(e, 1));
        if (own.isPresent() || chain.size() < 2) return own;
        if (!names.packs().contains(first) && !names.pack().equals(first)) return Optional.empty();
        return names.entity(new QualifiedId(first, chain.get(1).text())).map(e -> new Rooted(e, 2));
    }

    private boolean isRow(Entity entity) {
        Entity row = scope.row();
        return row != null && row.id().equals(entity.id());
    }

    private Expr path(CelExpr node, Rooted root, List<Name> chain) {
        if (chain.size() == root.names()) {
            String example = root.entity().id().name() + "." + root.entity().label();
            return report.tell(
                    ExpressionMistake.WHOLE_RECORD, node, root.entity().id().name(), example);
        }
        Entity entity = root.entity();
        Type type = new Type.UnknownType();
        for (int i = root.names(); i < chain.size(); i++) {
            Name name = chain.get(i);
            Optional<Field> field = entity.field(name.text());
            if (field.isEmpty()) return unknownField(entity, name);
            type = Type.of(field.get().type());
            if (i == chain.size() - 1) break;
            if (!(field.get().type() instanceof FieldType.ReferenceType(QualifiedId target)))
                return report.tell(
                        ExpressionMistake.NOT_A_REFERENCE,
                        chain.get(i + 1).stretch(),
                        name.text(),
                        type.label(),
                        chain.get(i + 1).text());
            Optional<Entity> next = scope.names().entity(target);
            // a reference to an entity that does not exist is told where the field is declared
            if (next.isEmpty()) return report.tellSilently();
            entity = next.get();
        }
        if (type instanceof Type.UnknownType)
            return report.tell(
                    ExpressionMistake.UNUSABLE_FIELD,
                    chain.getLast().stretch(),
                    chain.getLast().text());
        List<String> path = chain.subList(root.names(), chain.size()).stream().map(Name::text).toList();
        return new Expr.FieldPath(root.entity().id(), path, type, report.nodes().at(node));
    }

    private Expr unknownField(Entity entity, Name name) {
        List<String> fields = entity.fields().stream().map(Field::id).toList();
        return report.tell(Report.suggesting(
                ExpressionMistake.UNKNOWN_FIELD.at(report.span(name.stretch()), name.text(), entity.id().name()),
                name.text(),
                fields));
    }

    private Optional<QualifiedId> indicator(List<Name> chain) {
        Names names = scope.names();
        String first = chain.getFirst().text();
        if (chain.size() == 1) return known(new QualifiedId(names.pack(), first));
        boolean visible = names.packs().contains(first) || names.pack().equals(first);
        return chain.size() == 2 && visible
                ? known(new QualifiedId(first, chain.get(1).text()))
                : Optional.empty();
    }

    private Optional<QualifiedId> known(QualifiedId indicator) {
        return scope.names().indicator(indicator).map(unused -> indicator);
    }

    private Expr indicatorValue(CelExpr node, QualifiedId indicator) {
        if (!scope.indicators()) return report.tell(ExpressionMistake.INDICATOR_NOT_HERE, node, indicator.name());
        UnitOfMeasure unit = scope.names().indicator(indicator).orElseThrow();
        return new Expr.IndicatorValue(
                indicator, new NumberType(unit, false), report.nodes().at(node));
    }

    private Expr misplaced(CelExpr node, Rooted root) {
        String name = root.entity().id().name();
        Entity row = scope.row();
        if (row != null) return report.tell(ExpressionMistake.OTHER_ENTITY, node, name, row.id().name());
        if (scope.aggregates() && !insideAggregate)
            return report.tell(ExpressionMistake.FIELD_OUTSIDE_AGGREGATE, node, name, name);
        return unknown(List.of(new Name(name, report.nodes().stretch(node))));
    }

    private Expr unknown(List<Name> chain) {
        Name first = chain.getFirst();
        Names names = scope.names();
        if (chain.size() > 1 && (names.packs().contains(first.text()) || names.pack().equals(first.text())))
            return unknownIn(first.text(), chain.get(1));
        if (chain.size() > 2) return report.tell(ExpressionMistake.UNKNOWN_PACK, first.stretch(), first.text());
        return report.tell(Report.suggesting(
                ExpressionMistake.UNKNOWN_NAME.at(report.span(first.stretch()), first.text()),
                first.text(),
                candidates(names.pack())));
    }

    private Expr unknownIn(String pack, Name name) {
        return report.tell(Report.suggesting(
                ExpressionMistake.UNKNOWN_NAME.at(report.span(name.stretch()), pack + "." + name.text()),
                name.text(),
                candidates(pack)));
    }

    /// Everything that could stand here.
    private Set<String> candidates(String pack) {
        Set<String> candidates = new TreeSet<>();
        Entity row = scope.row();
        if (row != null) candidates.add(row.id().name());
        if (scope.aggregates()) candidates.addAll(scope.names().entities(pack));
        if (scope.indicators()) candidates.addAll(scope.names().indicators(pack));
        candidates.addAll(scope.variables().keySet());
        return candidates;
    }
}
