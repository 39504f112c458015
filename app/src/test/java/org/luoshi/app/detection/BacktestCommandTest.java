package org.luoshi.app.detection;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.luoshi.app.command.CommandLine;

class BacktestCommandTest {

    @TempDir
    Path folder;

    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(written, true, StandardCharsets.UTF_8);
    private final CommandLine commands = new CommandLine(List.of(new BacktestCommand(out)), out, out);

    @BeforeEach
    void waterworks() throws IOException {
        write("water/pack.yaml", "title: { zh: 供水, en: Water }\nversion: 1.0.0\nluoshi: \">=0.1\"\n");
        write("water/observed/pressure.yaml", """
                title: { zh: 管网压力, en: Pressure in mains }
                unit: MPa
                least: 0 MPa
                most: 2.5 MPa
                """);
        write("water/observed/flow.yaml", """
                title: { zh: 流量, en: Flow }
                unit: m3/h
                least: 0 m3/h
                most: 5000 m3/h
                """);
        write("water/warnings/low.yaml", """
                title: { zh: 压力过低, en: Pressure too low }
                advice: { zh: 通知抢修, en: Call the repair crew }
                source: { zh: 合成, en: Synthetic }
                watches: [pressure]
                measure: below
                silent: 10 min
                levels:
                  orange: { raise: 140 kPa, clear: 0.2 MPa, times: 2, confirm: 10 min }
                  blue: { raise: 0.2 MPa, clear: 0.22 MPa, confirm: 60 min }
                """);
        write("water/warnings/burst.yaml", """
                title: { zh: 爆管迹象, en: Signs of a burst }
                advice: { zh: 关阀, en: Shut the valve }
                source: { zh: 合成, en: Synthetic }
                watches: [pressure, flow]
                measure: together
                fresh: 5 min
                levels:
                  red: { when: "pressure < quantity('0.2', 'MPa') && flow > quantity('900', 'm3/h')", times: 2, confirm: 5 min }
                """);
    }

    @Test
    void listsWhatALevelFindsWithItsEvidenceInBothLanguages() throws IOException {
        write("past.csv", """
                thing,time,value
                J280,2026-01-03 04:00,0.30
                J280,2026-01-03 04:05,0.19
                J280,2026-01-03 04:10,0.13
                J280,2026-01-03 04:15,0.12
                J280,2026-01-03 04:20,9
                J280,2026-01-03 04:21,0.23
                J280,2026-01-03 05:00,0.23
                """);
        assertThat(backtest("water.low", "--lang", "en")).isZero();
        assertThat(said()).isEqualTo("""
                2026-01-03 04:05:00\tJ280\tblue\traised\treading 0.19, measured 0.19 MPa against 0.2 MPa, beyond it by 0.01; 1 in a row since 2026-01-03 04:05:00
                2026-01-03 04:15:00\tJ280\torange\traised\treading 0.12, measured 0.12 MPa against 0.14 MPa, beyond it by 0.02; 2 in a row since 2026-01-03 04:10:00
                2026-01-03 04:21:00\tJ280\torange\tcleared\treading 0.23, measured 0.23 MPa against 0.2 MPa, beyond it by 0.03; 1 in a row since 2026-01-03 04:21:00
                2026-01-03 04:21:00\tJ280\tblue\tcleared\treading 0.23, measured 0.23 MPa against 0.22 MPa, beyond it by 0.01; 1 in a row since 2026-01-03 04:21:00
                2026-01-03 04:31:00\tJ280\torange\tsilent\tthe last reading, 0.23, was at 2026-01-03 04:21:00, and the next was due within 10 min
                2026-01-03 05:00:00\tJ280\torange\theard again\tthe last reading, 0.23, was at 2026-01-03 04:21:00, and the next was due within 10 min
                2026-01-03 04:31:00\tJ280\tblue\tsilent\tthe last reading, 0.23, was at 2026-01-03 04:21:00, and the next was due within 10 min
                2026-01-03 05:00:00\tJ280\tblue\theard again\tthe last reading, 0.23, was at 2026-01-03 04:21:00, and the next was due within 10 min
                # Pressure too low: 1 things, 7 readings
                # orange raised 1 cleared 1 silent 1 heard again 1
                # blue raised 1 cleared 1 silent 1 heard again 1
                # not used: 1, not what the sensor can report
                """);
        written.reset();
        assertThat(backtest("water.low")).isZero();
        assertThat(said()).startsWith("2026-01-03 04:05:00\tJ280\t蓝色\t发出\t读数 0.19，量得 0.19 MPa，限值 0.2 MPa，越过 0.01；自 2026-01-03 04:05:00 起连续 1 个\n");
    }

    @Test
    void aConditionJudgesWhatWasMeasuredTogetherOnce() throws IOException {
        write("past.csv", """
                thing,property,time,value
                A,pressure,2026-01-03 04:00,0.3
                A,flow,2026-01-03 04:00,400
                A,pressure,2026-01-03 04:05,0.15
                A,flow,2026-01-03 04:05,950
                A,pressure,2026-01-03 04:10,0.15
                A,flow,2026-01-03 04:10,980
                B,pressure,2026-01-03 04:05,0.15
                B,flow,2026-01-03 03:55,980
                B,pressure,2026-01-03 04:10,0.15
                A,pressure,2026-01-03 04:15,0.3
                A,flow,2026-01-03 04:15,980
                """);
        assertThat(backtest("water.burst", "--lang", "en")).isZero();
        assertThat(said()).isEqualTo("""
                2026-01-03 04:10:00\tA\tred\traised\treading 1, measured 1 against 1, beyond it by 0; 2 in a row since 2026-01-03 04:05:00
                2026-01-03 04:15:00\tA\tred\tcleared\treading 0, measured 0 against 0, beyond it by 0; 1 in a row since 2026-01-03 04:15:00
                # Signs of a burst: 2 things, 11 readings
                # red raised 1 cleared 1 silent 0 heard again 0
                """);
    }

    @Test
    void saysWhatRulesThereAreAndWhichLineIsWrong() throws IOException {
        write("past.csv", "thing,time,value\nJ280,yesterday,0.3\n");
        assertThat(backtest("water.lo", "--lang", "en")).isEqualTo(2);
        assertThat(said()).contains("There is no warning rule water.lo; there are: water.burst, water.low.");
        written.reset();
        assertThat(backtest("water.low", "--lang", "en")).isEqualTo(2);
        assertThat(said()).contains("Line 2: yesterday is not a moment.");
    }

    private int backtest(String rule, String... options) {
        List<String> words = new ArrayList<>(
                List.of("backtest", folder.toString(), rule, folder.resolve("past.csv").toString()));
        words.addAll(List.of(options));
        return commands.run(words.toArray(String[]::new));
    }

    private String said() {
        return written.toString(StandardCharsets.UTF_8);
    }

    private void write(String file, String text) throws IOException {
        Path path = folder.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }
}
