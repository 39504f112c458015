package org.luoshi.bench.detect;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// One labelled series of the Numenta Anomaly Benchmark.
///
/// @param name    folder and file; the folder is its group
/// @param at      milliseconds since 1970, the written times taken for UTC
/// @param windows in which a detection counts, in order of time
record NabSeries(String name, long[] at, double[] values, List<Window> windows) {

    /// Rows from `first` to `last`, both included.
    record Window(int first, int last) {

        int size() {
            return last - first + 1;
        }

        boolean holds(int row) {
            return row >= first && row <= last;
        }
    }

    String group() {
        return name.substring(0, name.indexOf('/'));
    }

    int size() {
        return values.length;
    }

    /// Rows at the beginning that are not scored: 15 %, of the first 5,000 rows at most.
    int probation() {
        return (int) (0.15 * Math.min(size(), 5000));
    }

    /// @param folder the benchmark's, with `data` and `labels`
    static List<NabSeries> all(Path folder) throws IOException {
        Map<String, List<List<String>>> windows = JsonMapper.shared()
                .readValue(
                        Files.readString(folder.resolve("labels/combined_windows.json")),
                        new TypeReference<Map<String, List<List<String>>>>() {});
        return windows.entrySet().stream()
                .map(entry -> read(folder.resolve("data"), entry.getKey(), entry.getValue()))
                .toList();
    }

    private static NabSeries read(Path data, String name, List<List<String>> written) {
        List<String> rows = rows(data.resolve(name));
        long[] at = new long[rows.size()];
        double[] values = new double[rows.size()];
        for (int row = 0; row < rows.size(); row++) {
            String[] cells = rows.get(row).split(",", -1);
            at[row] = moment(cells[0]);
            values[row] = Double.parseDouble(cells[1]);
        }
        List<Window> windows = new ArrayList<>();
        for (List<String> pair : written) windows.add(window(at, moment(pair.getFirst()), moment(pair.getLast())));
        return new NabSeries(name, at, values, windows);
    }

    private static List<String> rows(Path file) {
        try {
            List<String> lines = Files.readAllLines(file);
            return lines.subList(1, lines.size());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Window window(long[] at, long from, long to) {
        int first = 0;
        while (at[first] < from) first++;
        int last = at.length - 1;
        while (at[last] > to) last--;
        return new Window(first, last);
    }

    private static long moment(String written) {
        return LocalDateTime.parse(written.replace(' ', 'T'))
                .toInstant(ZoneOffset.UTC)
                .toEpochMilli();
    }
}
