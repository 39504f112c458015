package org.luoshi.bench.detect;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.luoshi.bench.detect.BatadalScore.Attack;
import org.luoshi.stream.network.NetworkDetector;
import org.luoshi.stream.network.NetworkDetector.Departure;
import org.luoshi.stream.network.NetworkModel;
import org.luoshi.stream.network.Step;

/// The network detector on BATADAL: the normal is learnt from the beginning of the first file; what is set is set by
/// attacks of the second.
///
/// @param normal   a year without attacks
/// @param attacked half a year with seven
record Batadal(Scada normal, Scada attacked, List<Attack> attacks) {

    /// Hours that the model is fitted on. What follows in the first file is seen by nothing but the count of false alarms.
    static final int LEARNT = 7000;

    /// As the organisers published them, in the time of the second file: first and last hour.
    private static final List<List<String>> SCHEDULE = List.of(
            List.of("2016-09-13T23:00", "2016-09-16T00:00"),
            List.of("2016-09-26T11:00", "2016-09-27T10:00"),
            List.of("2016-10-09T09:00", "2016-10-11T20:00"),
            List.of("2016-10-29T19:00", "2016-11-02T16:00"),
            List.of("2016-11-26T17:00", "2016-11-29T04:00"),
            List.of("2016-12-06T07:00", "2016-12-10T04:00"),
            List.of("2016-12-14T15:00", "2016-12-19T04:00"));

    private static final double[] RIDGES = {1, 30};
    private static final int[] WINDOWS = {1, 4, 8, 12};

    static Batadal read(Path folder) throws IOException {
        Scada attacked = Scada.read(folder.resolve("dataset04.csv"));
        return new Batadal(
                Scada.read(folder.resolve("dataset03.csv")),
                attacked,
                SCHEDULE.stream().map(it -> new Attack(row(attacked, it.getFirst()), row(attacked, it.getLast()))).toList());
    }

    private static int row(Scada scada, String hour) {
        int row = scada.hours().indexOf(LocalDateTime.parse(hour));
        if (row < 0) throw new IllegalStateException("no row of " + hour);
        return row;
    }

    /// Hours that the file marks as attacked, and how many of them are in the schedule.
    int[] marked() {
        boolean[] scheduled = new boolean[attacked.size()];
        for (Attack attack : attacks) Arrays.fill(scheduled, attack.first(), attack.last() + 1, true);
        int[] all = IntStream.range(0, attacked.size()).filter(row -> attacked.labelled()[row]).toArray();
        return new int[] {all.length, (int) Arrays.stream(all).filter(row -> scheduled[row]).count()};
    }

    /// What is set: how stiff the model is, over how many hours is averaged, and what raises.
    record Setting(double ridge, int window, double limit) {}

    /// @param alarmed by row
    record Tuned(Setting setting, boolean[] alarmed, BatadalScore score) {}

    /// Fits the models once; every setting is then tried on the same means.
    final class Trials {
        private final Map<Double, NetworkModel> models = new LinkedHashMap<>();
        private final Map<Setting, boolean[]> alarms = new LinkedHashMap<>();

        Trials() {
            for (double ridge : RIDGES)
                models.put(ridge, NetworkModel.fit(normal.steps().subList(0, LEARNT), ridge));
            models.forEach((ridge, model) -> {
                for (int window : WINDOWS)
                    for (double limit : limits(model, window)) {
                        Setting setting = new Setting(ridge, window, limit);
                        alarms.put(setting, alarms(model, setting, attacked.steps()));
                    }
            });
        }

        /// The setting that scores best on these attacks and rows.
        Tuned best(List<Attack> known, boolean[] counts) {
            return alarms.entrySet().stream()
                    .map(it -> new Tuned(it.getKey(), it.getValue(), BatadalScore.of(it.getValue(), known, counts)))
                    .max(Comparator.comparingDouble(it -> it.score().total()))
                    .orElseThrow();
        }

        /// Share of alarmed hours in what was not learnt of the first file, where nothing is wrong.
        double falseAlarms(Setting setting) {
            List<Step> rest = normal.steps().subList(LEARNT, normal.size());
            boolean[] alarmed = alarms(Objects.requireNonNull(models.get(setting.ridge)), setting, rest);
            return count(alarmed) / (double) rest.size();
        }

        private double[] limits(NetworkModel model, int window) {
            NetworkDetector detector = new NetworkDetector(model, window, Double.MAX_VALUE);
            double[] means = attacked.steps().stream()
                    .map(detector::read)
                    .filter(Objects::nonNull)
                    .mapToDouble(Departure::mean)
                    .sorted()
                    .toArray();
            return IntStream.range(0, 60)
                    .mapToDouble(i -> means[(int) ((0.7 + 0.295 * i / 59) * means.length)])
                    .distinct()
                    .toArray();
        }
    }

    private static boolean[] alarms(NetworkModel model, Setting setting, List<Step> steps) {
        NetworkDetector detector = new NetworkDetector(model, setting.window, setting.limit);
        boolean[] alarmed = new boolean[steps.size()];
        for (int row = 0; row < alarmed.length; row++) {
            Departure departure = detector.read(steps.get(row));
            alarmed[row] = departure != null && departure.raised();
        }
        return alarmed;
    }

    private static int count(boolean[] alarmed) {
        return (int) IntStream.range(0, alarmed.length).filter(row -> alarmed[row]).count();
    }

    /// Each attack, with the hours nearest to it, alarmed by the setting that the other attacks chose.
    boolean[] heldOut(Trials trials) {
        boolean[] alarmed = new boolean[attacked.size()];
        for (int i = 0; i < attacks.size(); i++) {
            int from = i == 0 ? 0 : middle(i - 1);
            int to = i + 1 == attacks.size() ? attacked.size() : middle(i);
            boolean[] others = everything();
            Arrays.fill(others, from, to, false);
            List<Attack> known = new ArrayList<>(attacks);
            known.remove(i);
            boolean[] chosen = trials.best(known, others).alarmed();
            System.arraycopy(chosen, from, alarmed, from, to - from);
        }
        return alarmed;
    }

    private int middle(int attack) {
        return (attacks.get(attack).last() + attacks.get(attack + 1).first()) / 2;
    }

    boolean[] everything() {
        boolean[] all = new boolean[attacked.size()];
        Arrays.fill(all, true);
        return all;
    }
}
