package org.luoshi.compiler.internal.bind;

import static org.luoshi.compiler.internal.mistake.EntityMistakes.UNKNOWN_ENTITY;
import static org.luoshi.compiler.internal.mistake.EntityMistakes.UNKNOWN_FIELD;
import static org.luoshi.compiler.internal.mistake.QualityMistakes.ALWAYS_FILLED;
import static org.luoshi.compiler.internal.mistake.QualityMistakes.NOT_ONE_RULE;
import static org.luoshi.compiler.internal.mistake.QualityMistakes.NO_OWNER;
import static org.luoshi.compiler.internal.mistake.QualityMistakes.WRONG_FIELD_TYPE;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.luoshi.compiler.internal.form.EntityForm;
import org.luoshi.compiler.internal.form.QualityForm;
import org.luoshi.compiler.internal.mistake.Members;
import org.luoshi.compiler.internal.shape.Listed;
import org.luoshi.compiler.internal.shape.View;
import org.luoshi.compiler.internal.yaml.Node.Scalar;
import org.luoshi.kernel.period.PeriodKind;
import org.luoshi.kernel.text.Text;
import org.luoshi.pack.Field;
import org.luoshi.pack.QualifiedId;
import org.luoshi.pack.QualityCheck;
import org.luoshi.pack.QualityCheck.Method;
import org.luoshi.pack.QualityCheck.Rule;
import org.luoshi.pack.expression.Expr;

/// One data-quality check.
final class QualityBinder {

    private static final List<String> DATES = List.of("date", "moment");
    private static final List<String> NUMBERS = List.of("integer", "decimal");

    private final World world;
    private final Draft draft;
    private final ParsedFile file;
    private final View view;
    private final Expressions expressions;

    QualityBinder(World world, Draft draft, ParsedFile file, View view) {
        this.world = world;
        this.draft = draft;
        this.file = file;
        this.view = view;
        this.expressions = new Expressions(world, draft);
    }

    Optional<QualityCheck> bind() {
        long rules = QualityForm.RULES.stream().filter(view::has).count();
        if (rules != 1) world.findings().report(NOT_ONE_RULE.at(file.whole()).with("count", rules));
        Optional<QualifiedId> entity = view.get(QualityForm.OF)
                .flatMap(name -> world.references()
                        .resolve(draft, name, EntityForm.CONSTRUCT, UNKNOWN_ENTITY, world.findings()));
        World.BoundEntity bound = entity.map(id -> world.entities().get(id)).orElse(null);
        if (bound == null) return Optional.empty();
        if (bound.entity().unit() == null
                && bound.file().view().map(v -> !v.has(EntityForm.UNIT)).orElse(true))
            world.findings()
                    .report(NO_OWNER
                            .at(view.at(QualityForm.OF))
                            .with("entity", bound.entity().id().name())
                            .other(bound.file().whole()));
        Expr where = view.get(QualityForm.WHERE)
                .flatMap(condition -> expressions.doubt(condition, bound))
                .orElse(null);
        Optional<Rule> rule = rule(bound);
        if (rules != 1 || rule.isEmpty() || !view.whole()) return Optional.empty();
        return Optional.of(new QualityCheck(
                new QualifiedId(draft.id(), file.name()),
                view.get(QualityForm.TITLE, Text.EMPTY),
                view.get(QualityForm.ADVICE, Text.EMPTY),
                bound.entity().id(),
                where,
                rule.get()));
    }

    private Optional<Rule> rule(World.BoundEntity bound) {
        Optional<Rule> fresh = view.get(QualityForm.FRESH).flatMap(v -> fresh(v, bound));
        Optional<Rule> complete = view.get(QualityForm.COMPLETE).flatMap(v -> complete(v, bound));
        Optional<Rule> outlier = view.get(QualityForm.OUTLIER).flatMap(v -> outlier(v, bound));
        Optional<Rule> contradiction = view.get(QualityForm.CONTRADICTION)
                .flatMap(condition -> expressions.doubt(condition, bound))
                .map(Rule.Contradiction::new);
        return fresh.or(() -> complete).or(() -> outlier).or(() -> contradiction);
    }

    private Optional<Rule> fresh(View rule, World.BoundEntity bound) {
        Optional<String> date = rule.get(QualityForm.DATE).flatMap(name -> field(name, DATES, bound));
        if (date.isEmpty() || !rule.whole()) return Optional.empty();
        return Optional.of(new Rule.Freshness(
                rule.get(QualityForm.PER, List.of()).stream().map(Listed::value).collect(Collectors.toSet()),
                rule.get(QualityForm.EVERY, PeriodKind.MONTH),
                date.get(),
                rule.get(QualityForm.WITHIN, 0),
                rule.get(QualityForm.SINCE, LocalDate.EPOCH)));
    }

    private Optional<Rule> complete(View rule, World.BoundEntity bound) {
        List<String> fields = new ArrayList<>();
        List<Listed<Scalar>> named = rule.get(QualityForm.FIELDS, List.of());
        for (Listed<Scalar> listed : named) {
            Scalar name = listed.value();
            field(name, null, bound).ifPresent(fields::add);
            boolean required = bound.entity().field(name.text()).filter(Field::required).isPresent();
            if (required)
                world.findings()
                        .report(ALWAYS_FILLED.at(name.span()).with("field", name.text()).other(bound.at(name.text())));
        }
        if (fields.size() != named.size() || !rule.whole()) return Optional.empty();
        return Optional.of(new Rule.Completeness(fields, rule.get(QualityForm.AT_LEAST, BigDecimal.ONE)));
    }

    private Optional<Rule> outlier(View rule, World.BoundEntity bound) {
        Optional<String> value = rule.get(QualityForm.VALUE).flatMap(name -> field(name, NUMBERS, bound));
        if (value.isEmpty() || !rule.whole()) return Optional.empty();
        return Optional.of(new Rule.Outlier(
                value.get(),
                rule.get(QualityForm.METHOD, Method.MEDIAN_DEVIATION),
                rule.get(QualityForm.FACTOR, BigDecimal.ONE),
                rule.get(QualityForm.MINIMUM, 0)));
    }

    /// @param types that it may have; null for any
    private Optional<String> field(Scalar name, @Nullable List<String> types, World.BoundEntity bound) {
        if (bound.broken().contains(name.text())) return Optional.empty();
        if (!bound.names().contains(name.text())) {
            world.findings()
                    .report(UNKNOWN_FIELD
                            .at(name.span())
                            .with("field", name.text())
                            .with("entity", bound.entity().id().name())
                            .with("members", Members.of(bound.names(), name.text()))
                            .with("meant", Members.meant(name.text(), bound.names())));
            return Optional.empty();
        }
        String type = bound.type(name.text()).orElse("");
        if (types == null || types.contains(type)) return Optional.of(name.text());
        world.findings()
                .report(WRONG_FIELD_TYPE
                        .at(name.span())
                        .with("field", name.text())
                        .with("type", type)
                        .with("members", Members.list(types))
                        .other(bound.typeAt(name.text())));
        return Optional.empty();
    }
}
