package org.luoshi.compiler.internal.bind;

import static org.luoshi.compiler.internal.form.SampleForm.CELL;
import static org.luoshi.compiler.internal.form.SampleForm.CELL_NORTH;
import static org.luoshi.compiler.internal.form.SampleForm.CELL_SIDE;
import static org.luoshi.compiler.internal.form.SampleForm.CELL_WEST;
import static org.luoshi.compiler.internal.form.SampleForm.CHOOSE;
import static org.luoshi.compiler.internal.form.SampleForm.DAY;
import static org.luoshi.compiler.internal.form.SampleForm.DECIMALS;
import static org.luoshi.compiler.internal.form.SampleForm.MILESTONE;
import static org.luoshi.compiler.internal.form.SampleForm.RANGE;
import static org.luoshi.compiler.internal.form.SampleForm.RECORD;
import static org.luoshi.compiler.internal.form.SampleForm.RULES;
import static org.luoshi.compiler.internal.form.SampleForm.SEQUENCE;
import static org.luoshi.compiler.internal.form.SampleForm.UNIT;
import static org.luoshi.compiler.internal.form.SampleForm.WORDS;
import static org.luoshi.compiler.internal.mistake.EntityMistakes.LEAST_ABOVE_MOST;
import static org.luoshi.compiler.internal.mistake.TestMistakes.NOT_TWO;
import static org.luoshi.compiler.internal.mistake.TestMistakes.ONE_RULE;
import static org.luoshi.compiler.internal.mistake.TestMistakes.RULE_UNFIT;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.luoshi.compiler.internal.form.FieldForms;
import org.luoshi.compiler.internal.mistake.Members;
import org.luoshi.compiler.internal.shape.Either;
import org.luoshi.compiler.internal.shape.Key;
import org.luoshi.compiler.internal.shape.Listed;
import org.luoshi.compiler.internal.shape.View;
import org.luoshi.compiler.internal.yaml.Node.Scalar;
import org.luoshi.kernel.diagnostic.Span;
import org.luoshi.pack.Field;
import org.luoshi.pack.FieldType.CommitmentType;
import org.luoshi.pack.Sample;
import org.luoshi.pack.Sample.SampleValue;

/// Rules by which a sample makes a field's value.
final class SampleRules {

    /// The word that stands for the step's own day.
    private static final String TODAY = "day";

    private static final Map<Key<?>, Set<String>> FITS = Map.of(
            SEQUENCE, Set.of("text"),
            WORDS, Set.of("text"),
            RANGE, Set.of("integer", "decimal"),
            DAY, Set.of("date", "moment"),
            UNIT, Set.of("unit"),
            RECORD, Set.of("reference"),
            MILESTONE, Set.of("text", "commitment"),
            CELL, Set.of("point"));

    private final World world;
    private final Named named;

    SampleRules(World world, Named named) {
        this.world = world;
        this.named = named;
    }

    /// @param field absent when it is unknown or broken: then only the rule's own form is checked
    Optional<SampleValue> value(
            Optional<World.BoundEntity> entity, Optional<Field> field, Either.Read<Scalar, View> written) {
        if (written.single().isPresent()) {
            Scalar constant = written.single().get();
            if (constant.text().equals(TODAY) && !constant.quoted()) {
                fits(entity, field, DAY, constant.span());
                return Optional.of(new SampleValue.Day(0));
            }
            field.ifPresent(f -> check(entity.orElseThrow(), f, constant));
            return Optional.of(new SampleValue.Constant(constant.text()));
        }
        View rule = written.wide().orElseThrow();
        List<Key<?>> used = RULES.stream().filter(rule::has).toList();
        if (used.size() != 1) {
            world.findings()
                    .report(ONE_RULE.at(rule.node().span())
                            .with("count", used.size())
                            .with(
                                    "members",
                                    Members.list(RULES.stream().map(Key::name).toList())));
            return Optional.empty();
        }
        fits(entity, field, used.getFirst(), rule.keyAt(used.getFirst()));
        return rule(entity, field, rule, used.getFirst());
    }

    /// Samples are entered while the plan is in force, so what they name must be in it.
    private void check(World.BoundEntity entity, Field field, Scalar value) {
        new FieldValue(world).check(entity, field, value);
        if (field.type() instanceof CommitmentType && !value.text().isEmpty()) world.nameCommitment(value);
    }

    /// What is set, by field id.
    Map<String, SampleValue> settings(
            Optional<World.BoundEntity> entity, Map<Scalar, Listed<Either.Read<Scalar, View>>> written) {
        Map<String, SampleValue> settings = new LinkedHashMap<>();
        written.forEach((name, rule) -> {
            Optional<Field> field = entity.flatMap(e -> named.field(e, name));
            value(entity, field, rule.value()).ifPresent(value -> settings.put(name.text(), value));
        });
        return settings;
    }

    /// `[least, most]`.
    Sample.Span two(View owner, Key<List<Listed<BigDecimal>>> key) {
        Optional<List<Listed<BigDecimal>>> written = owner.get(key);
        if (written.isEmpty()) return new Sample.Span(0, 0);
        if (written.get().size() != 2) {
            world.findings().report(
                    NOT_TWO.at(owner.at(key)).with("count", written.get().size()));
            return new Sample.Span(0, 0);
        }
        Listed<BigDecimal> least = written.get().get(0);
        Listed<BigDecimal> most = written.get().get(1);
        return span(least.value(), most.value(), least.span(), most.span());
    }

    /// An interval, told where it is upside down.
    Sample.Span span(
            BigDecimal least,
            BigDecimal most,
            Span leastAt,
            Span mostAt) {
        if (least.compareTo(most) > 0) {
            world.findings().report(LEAST_ABOVE_MOST
                    .at(leastAt)
                    .with("least", least.toPlainString())
                    .with("most", most.toPlainString())
                    .other(mostAt));
        }
        return new Sample.Span(least.doubleValue(), most.doubleValue());
    }

    private Optional<SampleValue> rule(
            Optional<World.BoundEntity> entity, Optional<Field> field, View rule, Key<?> used) {
        if (used == SEQUENCE) return rule.get(SEQUENCE).map(SampleValue.Sequence::new);
        if (used == WORDS) {
            return rule.get(WORDS)
                    .map(lists -> new SampleValue.Words(lists.stream()
                            .map(list ->
                                    list.value().stream().map(Listed::value).toList())
                            .toList()));
        }
        if (used == DAY) return rule.get(DAY).map(SampleValue.Day::new);
        if (used == UNIT) return rule.get(UNIT).map(SampleValue.UnitBelow::new);
        if (used == MILESTONE) return rule.get(MILESTONE).map(SampleValue.OfMilestone::new);
        if (used == RECORD) {
            return rule.get(RECORD)
                    .flatMap(named::entity)
                    .map(e -> new SampleValue.RecordOf(e.entity().id()));
        }
        if (used == CELL) return rule.get(CELL).flatMap(SampleRules::inCell);
        if (used == CHOOSE) {
            Map<String, Integer> weights = new LinkedHashMap<>();
            rule.get(CHOOSE, Map.of()).forEach((value, weight) -> {
                field.ifPresent(f -> check(entity.orElseThrow(), f, value));
                weights.put(value.text(), weight.value());
            });
            return weights.isEmpty() ? Optional.empty() : Optional.of(new SampleValue.Choose(weights));
        }
        return range(rule);
    }

    private static Optional<SampleValue> inCell(View cell) {
        Optional<BigDecimal> west = cell.get(CELL_WEST);
        Optional<BigDecimal> north = cell.get(CELL_NORTH);
        Optional<BigDecimal> side = cell.get(CELL_SIDE);
        if (west.isEmpty() || north.isEmpty() || side.isEmpty()) return Optional.empty();
        return Optional.of(new SampleValue.InCell(west.get(), north.get(), side.get()));
    }

    private Optional<SampleValue> range(View rule) {
        Optional<List<Listed<BigDecimal>>> written = rule.get(RANGE);
        if (written.isEmpty()) return Optional.empty();
        if (written.get().size() != 2) {
            world.findings()
                    .report(NOT_TWO.at(rule.at(RANGE))
                            .with("count", written.get().size()));
            return Optional.empty();
        }
        Listed<BigDecimal> least = written.get().get(0);
        Listed<BigDecimal> most = written.get().get(1);
        if (least.value().compareTo(most.value()) > 0) {
            world.findings()
                    .report(LEAST_ABOVE_MOST
                            .at(least.span())
                            .with("least", least.value().toPlainString())
                            .with("most", most.value().toPlainString())
                            .other(most.span()));
            return Optional.empty();
        }
        return Optional.of(new SampleValue.Range(least.value(), most.value(), rule.get(DECIMALS, 0)));
    }

    private void fits(
            Optional<World.BoundEntity> entity,
            Optional<Field> field,
            Key<?> rule,
            Span at) {
        Set<String> types = FITS.get(rule);
        if (field.isEmpty() || entity.isEmpty() || types == null) return;
        View declared = entity.get().fields().get(field.get().id());
        String type = declared == null ? "" : declared.get(FieldForms.TYPE, "");
        if (declared == null || types.contains(type)) return;
        world.findings()
                .report(RULE_UNFIT
                        .at(at)
                        .with("rule", rule.name())
                        .with("type", type)
                        .with("field", field.get().id())
                        .other(declared.at(FieldForms.TYPE)));
    }
}
