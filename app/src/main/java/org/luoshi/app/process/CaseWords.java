package org.luoshi.app.process;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.luoshi.access.Viewer;
import org.luoshi.app.sample.SampleUnits;
import org.luoshi.kernel.unit.UnitKind;
import org.luoshi.pack.CaseSample;
import org.luoshi.pack.Field;
import org.luoshi.pack.FieldType;
import org.luoshi.pack.Sample.SampleValue;
import org.luoshi.pack.Sample.Span;
import org.luoshi.register.Choice;
import org.luoshi.register.Registers;

/// What a synthetic case has filled in, as it is typed into forms.
final class CaseWords {

    /// Most records that a reference chooses from.
    private static final int CHOICES = 200;

    private final Registers registers;
    private final SampleUnits units;

    CaseWords(Registers registers, SampleUnits units) {
        this.registers = registers;
        this.units = units;
    }

    /// What the sample declares for the field at a step, else something that fits its type.
    ///
    /// @param kind of the case, which wins over the sample's fields
    /// @param step whose own values win over all; null for an application
    String of(Field field, CaseSample sample, Map<String, SampleValue> kind, CaseSample.@Nullable Step step, int number, LocalDate day, Random random) {
        SampleValue rule = step == null ? null : step.set().get(field.id());
        if (rule == null) rule = kind.get(field.id());
        if (rule == null) rule = sample.fields().get(field.id());
        return rule == null ? fitting(field, number, day, random) : value(rule, number, day, random);
    }

    private String value(SampleValue rule, int number, LocalDate day, Random random) {
        return switch (rule) {
            case SampleValue.Constant(String value) -> value;
            case SampleValue.Day(int offset) -> day.plusDays(offset).toString();
            case SampleValue.Sequence(String template) -> template.replace("{n}", "%04d".formatted(number + 1));
            case SampleValue.Words(List<List<String>> lists) ->
                lists.stream().map(list -> any(list, random)).reduce("", String::concat);
            case SampleValue.Choose(Map<String, Integer> weights) -> choose(weights, random);
            case SampleValue.Range range -> range.least()
                    .add(range.most().subtract(range.least()).multiply(BigDecimal.valueOf(random.nextDouble())))
                    .setScale(range.decimals(), RoundingMode.HALF_EVEN)
                    .toPlainString();
            case SampleValue.UnitBelow(UnitKind kind) -> unit(List.of(kind), random);
            case SampleValue.RecordOf(var entity) -> {
                List<Choice> records = registers.of(entity).lookup("", CHOICES, Viewer.system());
                yield records.isEmpty() ? "" : any(records, random).key();
            }
            case SampleValue.OfMilestone _, SampleValue.InCell _ -> "";
        };
    }

    private String fitting(Field field, int number, LocalDate day, Random random) {
        return switch (field.type()) {
            case FieldType.TextType(int most, var pattern) -> {
                String text = "合成" + field.title().zh() + (number + 1);
                yield pattern == null ? text.substring(0, Math.min(most, text.length())) : "";
            }
            case FieldType.EnumerationType(var values) -> {
                int one = random.nextInt(values.size());
                int other = random.nextInt(values.size());
                yield values.get(Math.min(one, other)).id();
            }
            case FieldType.UnitType(var kinds) -> unit(kinds.stream().sorted().toList(), random);
            case FieldType.BooleanType() -> String.valueOf(random.nextBoolean());
            case FieldType.IntegerType(var _, Long min, Long max) -> {
                long least = min == null ? 1 : min;
                long span = max == null ? 100 : Math.min(100, max - least + 1);
                yield String.valueOf(least + random.nextInt((int) span));
            }
            case FieldType.DecimalType _ -> String.valueOf(1 + random.nextInt(100));
            case FieldType.DateType _ -> day.toString();
            case FieldType.MomentType(), FieldType.ReferenceType _, FieldType.PointType _, FieldType.CommitmentType() -> "";
        };
    }

    /// Half of them in one place, so that its people have something to do.
    private String unit(List<UnitKind> kinds, Random random) {
        List<String> all = kinds.stream().flatMap(kind -> units.ofKind(kind).stream()).toList();
        if (all.isEmpty()) return "";
        return all.contains("chenghua") && random.nextBoolean() ? "chenghua" : any(all, random);
    }

    static String choose(Map<String, Integer> weights, Random random) {
        int left = random.nextInt(
                weights.values().stream().mapToInt(Integer::intValue).sum());
        for (Map.Entry<String, Integer> weighted : new TreeMap<>(weights).entrySet()) {
            left -= weighted.getValue();
            if (left < 0) return weighted.getKey();
        }
        throw new IllegalStateException("weights " + weights + " do not add up");
    }

    static int between(Span span, Random random) {
        return (int) Math.round(span.least() + random.nextDouble() * (span.most() - span.least()));
    }

    private static <T> T any(List<T> from, Random random) {
        return from.get(random.nextInt(from.size()));
    }
}
