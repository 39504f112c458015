package org.luoshi.compiler.internal.bind;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.luoshi.compiler.internal.bpmn.BpmnFile.Condition;
import org.luoshi.compiler.internal.form.Construct;
import org.luoshi.compiler.internal.form.EntityForm;
import org.luoshi.compiler.internal.form.IndicatorForm;
import org.luoshi.compiler.internal.yaml.Node.Scalar;
import org.luoshi.kernel.calendar.PublishedDays;
import org.luoshi.kernel.diagnostic.Span;
import org.luoshi.kernel.measure.UnitOfMeasure;
import org.luoshi.pack.Entity;
import org.luoshi.pack.QualifiedId;
import org.luoshi.pack.expression.Expr;
import org.luoshi.pack.expression.ExpressionChecker;
import org.luoshi.pack.expression.Names;
import org.luoshi.pack.expression.Scope;
import org.luoshi.pack.expression.Type;

/// The expressions of one pack, checked against what it may name.
///
/// An expression that names something broken is not checked: what is wrong has been told where it is wrong.
final class Expressions {

    private static final Pattern WORD = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    private final World world;
    private final Draft draft;
    private final Names names = new KnownNames();

    Expressions(World world, Draft draft) {
        this.world = world;
        this.draft = draft;
    }

    /// Loads the expression parser. It takes as long as reading all the files, so it runs beside that.
    static void warmUp() {
        Scope anything = Scope.condition(Names.of("", Set.of(), List.of(), Map.of()), Map.of());
        ExpressionChecker.check("true", (from, to) -> Span.ofFile(""), anything, unheard -> {});
    }

    Optional<Expr> record(Scalar source, World.BoundEntity row) {
        return check(source, Scope.record(names, row.entity()));
    }

    /// What makes a record worth looking into.
    Optional<Expr> doubt(Scalar source, World.BoundEntity row) {
        return check(source, Scope.doubt(names, row.entity()));
    }

    Optional<Expr> facts(Scalar source, UnitOfMeasure unit) {
        return check(source, Scope.facts(names, unit));
    }

    Optional<Expr> part(Scalar source) {
        return check(source, Scope.part(names));
    }

    Optional<Expr> derived(Scalar source, UnitOfMeasure unit) {
        return check(source, Scope.derived(names, unit));
    }

    Optional<Expr> condition(Scalar source, Map<String, Type> variables) {
        return check(source, Scope.condition(names, variables));
    }

    /// The condition of a flow: over the record that the case is about and named values.
    Optional<Expr> flow(Condition condition, World.BoundEntity row, Map<String, Type> variables) {
        if (namesSomethingBroken(condition.text())) return Optional.empty();
        return ExpressionChecker.check(
                condition.text(),
                condition.place(),
                Scope.flow(names, row.entity(), variables),
                world.findings()::report);
    }

    /// What a decision table looks at, of one record.
    Optional<Expr> input(Scalar source, World.BoundEntity row) {
        return check(source, Scope.input(names, row.entity()));
    }

    Optional<Expr> slot(Scalar whole, String source, int offset, Map<String, Scope.HostFunction> functions) {
        if (namesSomethingBroken(source)) return Optional.empty();
        return ExpressionChecker.check(
                source,
                (from, to) -> whole.span(offset + from, offset + to),
                Scope.slot(names, functions),
                world.findings()::report);
    }

    private Optional<Expr> check(Scalar source, Scope scope) {
        if (namesSomethingBroken(source.text())) return Optional.empty();
        return ExpressionChecker.check(source.text(), source::span, scope, world.findings()::report);
    }

    private boolean namesSomethingBroken(String source) {
        Set<String> words = new HashSet<>();
        Matcher matcher = WORD.matcher(source);
        while (matcher.find()) words.add(matcher.group());
        draft.depends().stream().filter(words::contains).forEach(draft.used()::add);
        boolean file = reachable()
                .anyMatch(d -> d.files()
                        .filter(f -> f.construct() == EntityForm.CONSTRUCT || f.construct() == IndicatorForm.CONSTRUCT)
                        .anyMatch(f -> words.contains(f.name()) && f.view().isEmpty()));
        boolean field = world.entities().values().stream()
                .filter(e -> words.contains(e.entity().id().name()))
                .anyMatch(e -> e.broken().stream().anyMatch(words::contains));
        boolean measure = world.indicators().values().stream()
                .anyMatch(i -> words.contains(i.file().name()) && i.view().broken(IndicatorForm.UNIT));
        return file || field || measure;
    }

    private Stream<Draft> reachable() {
        return world.packs().values().stream()
                .filter(d -> d == draft || draft.depends().contains(d.id()));
    }

    private final class KnownNames implements Names {
        @Override
        public String pack() {
            return draft.id();
        }

        @Override
        public Set<String> packs() {
            Set<String> packs = new HashSet<>(draft.depends());
            packs.retainAll(world.packs().keySet());
            return packs;
        }

        @Override
        public Optional<Entity> entity(QualifiedId id) {
            return Optional.ofNullable(world.entities().get(id)).map(World.BoundEntity::entity);
        }

        @Override
        public Set<String> entities(String pack) {
            return declared(pack, EntityForm.CONSTRUCT);
        }

        @Override
        public Optional<UnitOfMeasure> indicator(QualifiedId id) {
            return Optional.ofNullable(world.packs().get(id.pack()))
                    .map(d -> d.declared(IndicatorForm.CONSTRUCT).get(id.name()))
                    .flatMap(ParsedFile::view)
                    .flatMap(v -> v.get(IndicatorForm.UNIT));
        }

        @Override
        public Set<String> indicators(String pack) {
            return declared(pack, IndicatorForm.CONSTRUCT);
        }

        @Override
        public Optional<PublishedDays> calendar() {
            return world.calendar();
        }

        private Set<String> declared(String pack, Construct construct) {
            Draft owner = world.packs().get(pack);
            return owner == null ? Set.of() : owner.names(construct);
        }
    }
}
