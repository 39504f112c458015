package org.luoshi.bench.detect;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.luoshi.stream.network.Step;

/// Hourly readings of the C-Town water network, from one file of the BATADAL competition.
///
/// @param variables in the order of the steps' values
/// @param hours     of each row
/// @param labelled  rows whose flag says that an attack was going on; in the second file not all are marked
record Scada(List<String> variables, List<LocalDateTime> hours, List<Step> steps, boolean[] labelled) {

    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("dd/MM/yy HH");
    private static final Set<DayOfWeek> WEEKEND = Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);

    static Scada read(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file).stream().filter(it -> !it.isBlank()).toList();
        List<String> head = Arrays.stream(lines.getFirst().split(",", -1)).map(String::strip).toList();
        int flag = head.size() - 1;
        List<LocalDateTime> hours = new ArrayList<>();
        List<Step> steps = new ArrayList<>();
        boolean[] labelled = new boolean[lines.size() - 1];
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",", -1);
            LocalDateTime hour = LocalDateTime.parse(cells[0].strip(), HOUR);
            double[] values = new double[flag - 1];
            for (int v = 0; v < values.length; v++) values[v] = Double.parseDouble(cells[v + 1].strip());
            labelled[hours.size()] = Double.parseDouble(cells[flag].strip()) == 1;
            hours.add(hour);
            steps.add(new Step(hour.getHour(), WEEKEND.contains(hour.getDayOfWeek()), values));
        }
        return new Scada(head.subList(1, flag), hours, steps, labelled);
    }

    int size() {
        return steps.size();
    }
}
