package org.luoshi.app.sample;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.luoshi.kernel.unit.UnitKind;
import org.luoshi.pack.QualifiedId;
import org.luoshi.pack.Sample;
import org.luoshi.pack.Sample.SampleValue;
import org.luoshi.pack.Sample.Span;
import org.luoshi.pack.Sample.Step;

/// Turns sample declarations into reports in the order in which they become known.
///
/// Each record has a random sequence of its own, seeded by the sample's seed, the unit and the record's
/// number, so that a unit more or less does not change the others' history.
public final class SampleHistory {

    private static final Pattern RANDOM_SLOT = Pattern.compile("\\{random:(\\d{1,3})}");

    /// GB 32100's alphabet: no I, O, S, V, Z.
    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    private final SampleUnits units;

    /// Places of the records made so far, by entity and unit, for references.
    private final Map<QualifiedId, Map<String, List<String>>> made = new HashMap<>();

    private final List<Report> reports = new ArrayList<>();

    private final List<DatedMilestone> milestones;

    private SampleHistory(SampleUnits units, List<DatedMilestone> milestones) {
        this.units = units;
        this.milestones = List.copyOf(milestones);
    }

    /// @param samples referenced entities' samples before those that refer to them
    /// @param milestones of the plan, for samples with one record each
    public static List<Report> of(List<Sample> samples, SampleUnits units, List<DatedMilestone> milestones) {
        SampleHistory history = new SampleHistory(units, milestones);
        samples.forEach(history::add);
        history.reports.sort(Comparator.comparing(Report::knownOn));
        return List.copyOf(history.reports);
    }

    private void add(Sample sample) {
        if (sample.rows().eachMilestone()) {
            addForMilestones(sample);
            return;
        }
        Map<String, Integer> counts = new TreeMap<>(sample.rows().countOf());
        for (UnitKind kind : new TreeSet<>(sample.rows().per())) {
            for (String unit : units.ofKind(kind)) {
                counts.computeIfAbsent(unit, id -> between(
                        random(sample, id, 0), sample.rows().least(), sample.rows().most()));
            }
        }
        counts.forEach((unit, count) -> {
            for (int n = 1; n <= count; n++) {
                life(sample, unit, n, sample.from(), null);
            }
        });
    }

    private void addForMilestones(Sample sample) {
        Map<String, Integer> numbers = new HashMap<>();
        for (DatedMilestone milestone : milestones) {
            int n = numbers.merge(milestone.lead(), 1, Integer::sum);
            life(sample, milestone.lead(), n, milestone.due(), milestone);
        }
    }

    private void life(Sample sample, String unit, int n, LocalDate from, @Nullable DatedMilestone milestone) {
        Random random = random(sample, unit, n);
        double pace = between(random(sample, unit, -1), sample.pace());
        long drift = Math.round(between(random(sample, unit, -2), sample.drift()));
        String place = sample.id() + "/" + unit + "/" + n;
        Record record = new Record(
                sample.entity(), place, unit, n, milestone, random, random(sample, unit + "/place", n));
        Sample.Imperfections faults = sample.imperfections();
        boolean missing = random.nextDouble() < faults.missing();
        Sample.Late late = faults.late() != null && random.nextDouble() < faults.late().share() ? faults.late() : null;
        Sample.Corrected corrected = faults.corrected() != null && random.nextDouble() < faults.corrected().share()
                ? faults.corrected()
                : null;
        Map<Integer, Sample.Variant> variants = new HashMap<>();
        faults.variants().forEach(variant -> {
            if (random.nextDouble() < variant.share()) {
                variants.put(variant.step(), variant);
            }
        });
        LocalDate day = from.plusDays(drift);
        LocalDate known = sample.from();
        for (int i = 0; i < sample.steps().size(); i++) {
            Step step = sample.steps().get(i);
            day = day.plusDays(Math.round(between(random, step.after()) * (i == 0 ? 1 : pace)));
            if (random.nextDouble() >= step.chance() || day.isBefore(sample.from()) || day.isAfter(sample.to()) || (missing && i > 0)) {
                break;
            }
            Map<String, String> values = new TreeMap<>();
            if (i == 0) {
                record.write(values, sample.fields(), day);
            }
            record.write(values, step.set(), day);
            Sample.Variant variant = variants.get(i + 1);
            if (variant != null) {
                record.write(values, variant.set(), day);
            }
            int delay = late != null ? (int) Math.round(between(random, late.days())) : 0;
            known = later(known, day.plusDays(1 + delay));
            known = report(record, i == 0, known, values, corrected);
            if (corrected != null && values.containsKey(corrected.field())) corrected = null;
        }
        made.computeIfAbsent(sample.entity(), id -> new HashMap<>())
                .computeIfAbsent(unit, id -> new ArrayList<>())
                .add(place);
    }

    /// @return day on which the last of the reports is known
    private LocalDate report(
            Record record,
            boolean first,
            LocalDate known,
            Map<String, String> values,
            Sample.@Nullable Corrected corrected) {
        String right = corrected == null ? null : values.get(corrected.field());
        if (corrected == null || right == null) {
            reports.add(new Report(known, record.entity, record.place, record.unit, first, values));
            return known;
        }
        Map<String, String> wrong = new TreeMap<>(values);
        long shift = Math.round(between(record.random, corrected.days()));
        wrong.put(corrected.field(), LocalDate.parse(right).plusDays(shift).toString());
        reports.add(new Report(known, record.entity, record.place, record.unit, first, wrong));
        LocalDate righted = known.plusDays(Math.max(1, Math.round(between(record.random, corrected.after()))));
        reports.add(new Report(
                righted, record.entity, record.place, record.unit, false, Map.of(corrected.field(), right)));
        return righted;
    }

    private static Random random(Sample sample, String unit, int n) {
        long mixed = sample.seed();
        for (int part : new int[] {sample.id().toString().hashCode(), unit.hashCode(), n}) {
            mixed = (mixed ^ part) * 0x9E3779B97F4A7C15L;
            mixed ^= mixed >>> 29;
        }
        return new Random(mixed);
    }

    private static double between(Random random, Span span) {
        return span.least() + random.nextDouble() * (span.most() - span.least());
    }

    private static int between(Random random, int least, int most) {
        return least + random.nextInt(most - least + 1);
    }

    private static LocalDate later(LocalDate a, LocalDate b) {
        return a.isAfter(b) ? a : b;
    }

    /// One record while its life is told.
    private final class Record {

        private final QualifiedId entity;
        private final String place;
        private final String unit;
        private final int n;
        private final @Nullable DatedMilestone milestone;
        private final Random random;
        private final Random places;

        Record(
                QualifiedId entity,
                String place,
                String unit,
                int n,
                @Nullable DatedMilestone milestone,
                Random random,
                Random places) {
            this.entity = entity;
            this.place = place;
            this.unit = unit;
            this.n = n;
            this.milestone = milestone;
            this.random = random;
            this.places = places;
        }

        void write(Map<String, String> values, Map<String, SampleValue> rules, LocalDate day) {
            new TreeMap<>(rules).forEach((field, rule) -> {
                String value = value(rule, day);
                if (value != null) {
                    values.put(field, value);
                }
            });
        }

        private @Nullable String value(SampleValue rule, LocalDate day) {
            return switch (rule) {
                case SampleValue.Constant(String value) -> value;
                case SampleValue.Day(int offset) -> day.plusDays(offset).toString();
                case SampleValue.Sequence(String template) -> filled(template);
                case SampleValue.Words(List<List<String>> lists) -> lists.stream()
                        .map(this::any)
                        .reduce("", String::concat);
                case SampleValue.Choose(Map<String, Integer> weights) -> choose(new TreeMap<>(weights));
                case SampleValue.Range(BigDecimal least, BigDecimal most, int decimals) -> least.add(
                                most.subtract(least).multiply(BigDecimal.valueOf(random.nextDouble())))
                        .setScale(decimals, RoundingMode.HALF_EVEN)
                        .toPlainString();
                case SampleValue.UnitBelow(UnitKind kind) -> anyOrNone(units.below(unit, kind));
                case SampleValue.OfMilestone(Sample.MilestonePart part) -> ofMilestone(part);
                case SampleValue.InCell cell -> units.cell(unit)
                        .map(on -> point(cell.west(), cell.side(), on.column() - 1 + inside()) + ","
                                + point(cell.north(), cell.side().negate(), on.row() - 1 + inside()))
                        .orElse(null);
                case SampleValue.RecordOf(QualifiedId other) -> anyOrNone(
                        made.getOrDefault(other, Map.of()).getOrDefault(unit, List.of()));
            };
        }

        /// Where in a cell, from 0 to 1. A sequence of its own: a place more leaves the rest of the history as it was.
        private double inside() {
            return 0.1 + 0.8 * places.nextDouble();
        }

        private static String point(BigDecimal corner, BigDecimal side, double cells) {
            return corner.add(side.multiply(BigDecimal.valueOf(cells)))
                    .setScale(4, RoundingMode.HALF_EVEN)
                    .toPlainString();
        }

        private @Nullable String ofMilestone(Sample.MilestonePart part) {
            if (milestone == null) {
                return null;
            }
            return switch (part) {
                case COMMITMENT -> milestone.commitment();
                case MILESTONE -> milestone.id();
                case TITLE -> milestone.title();
            };
        }

        private String filled(String template) {
            String numbered = template.replace("{unit}", unit.toUpperCase(Locale.ROOT).replace('_', '-'))
                    .replace("{n}", "%04d".formatted(n));
            return RANDOM_SLOT.matcher(numbered).replaceAll(slot -> letters(Integer.parseInt(slot.group(1))));
        }

        private String letters(int length) {
            StringBuilder letters = new StringBuilder(length);
            for (int i = 0; i < length; i++) {
                letters.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
            }
            return letters.toString();
        }

        private <T> T any(List<T> from) {
            return from.get(random.nextInt(from.size()));
        }

        private @Nullable String anyOrNone(List<String> from) {
            return from.isEmpty() ? null : any(from);
        }

        private String choose(Map<String, Integer> weights) {
            int left = random.nextInt(
                    weights.values().stream().mapToInt(Integer::intValue).sum());
            for (Map.Entry<String, Integer> weighted : weights.entrySet()) {
                left -= weighted.getValue();
                if (left < 0) {
                    return weighted.getKey();
                }
            }
            throw new IllegalStateException("weights " + weights + " do not add up");
        }
    }
}
