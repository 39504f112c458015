package org.luoshi.stream.anomaly;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// Finds what is strange in the readings of one sensor, one reading at a time.
///
/// Several traits of the readings are each compared with their own past ([PastValues]), and how rare each is adds up. There
/// is nothing to train and nothing to set for a sensor: rarity has no unit. A judgement uses what came before and nothing
/// else, and is the same in every replay.
///
/// Holds about half a megabyte a sensor when its memory is full.
public final class AnomalyDetector {

    /// What is rarer counts as this much: one trait alone, however far out, does not drown the others.
    private static final double MOST_OF_A_TRAIT = 6.3;

    /// The strength that makes an event: about once in 50 · 10^3.75 readings, were there one trait only.
    public static final double EVENT = 3.75;

    /// Readings after an event in which only what is stronger is news.
    private static final int REST = 80;

    private static final int FORMAT = 1;

    private final Map<Trait, PastValues> past = new EnumMap<>(Trait.class);
    private LastReadings recent = new LastReadings();
    private UsualDay day = new UsualDay();
    private double told;
    private int sinceTold = REST;

    public AnomalyDetector() {
        for (Trait trait : Trait.values()) past.put(trait, new PastValues());
    }

    /// @param at    milliseconds since 1970, later than the reading before
    /// @param value a finite number
    public Strangeness read(long at, double value) {
        recent.add(value);
        day.add(at, value);
        List<Share> shares = new ArrayList<>(0);
        past.forEach((trait, values) -> {
            double now = trait.of(recent, day);
            if (Double.isNaN(now)) return;
            double high = Math.min(values.decadesHigh(now), MOST_OF_A_TRAIT);
            double low = trait.low() ? Math.min(values.decadesLow(now), MOST_OF_A_TRAIT) : 0;
            if (high > 0) shares.add(new Share(trait, true, now, values.highest(), high));
            if (low > 0) shares.add(new Share(trait, false, now, values.lowest(), low));
            values.add(now);
        });
        shares.sort(Comparator.comparingDouble(Share::decades).reversed());
        double strength = shares.stream().mapToDouble(Share::decades).sum();
        return new Strangeness(strength, news(strength), shares);
    }

    private double news(double strength) {
        boolean resting = sinceTold < REST;
        double news = resting ? Math.max(0, strength - told) : strength;
        sinceTold = Math.min(sinceTold + 1, REST);
        if (strength >= EVENT && news > 0) {
            told = strength;
            sinceTold = 0;
        }
        return news;
    }

    public AnomalyDetector copy() {
        AnomalyDetector copy = new AnomalyDetector();
        past.forEach((trait, values) -> copy.past.put(trait, values.copy()));
        copy.recent = recent.copy();
        copy.day = day.copy();
        copy.told = told;
        copy.sinceTold = sinceTold;
        return copy;
    }

    /// Writes everything that is remembered; the same for the same readings, byte for byte.
    public void write(DataOutput out) throws IOException {
        out.writeInt(FORMAT);
        for (PastValues values : past.values()) values.write(out);
        recent.write(out);
        day.write(out);
        out.writeDouble(told);
        out.writeInt(sinceTold);
    }

    public static AnomalyDetector read(DataInput in) throws IOException {
        int format = in.readInt();
        if (format != FORMAT) throw new IllegalArgumentException("detector of format " + format);
        AnomalyDetector detector = new AnomalyDetector();
        for (Trait trait : Trait.values()) detector.past.put(trait, PastValues.read(in));
        detector.recent = LastReadings.read(in);
        detector.day = UsualDay.read(in);
        detector.told = in.readDouble();
        detector.sinceTold = in.readInt();
        return detector;
    }
}
