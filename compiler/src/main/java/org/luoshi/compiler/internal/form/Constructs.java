package org.luoshi.compiler.internal.form;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Every construct, in the order in which a reader meets them.
public final class Constructs {

    public static final List<Construct> ALL = List.of(
            ManifestForm.CONSTRUCT,
            EntityForm.CONSTRUCT,
            IndicatorForm.CONSTRUCT,
            StatusForm.CONSTRUCT,
            QualityForm.CONSTRUCT,
            ObservedForm.CONSTRUCT,
            WarningForm.CONSTRUCT,
            DashboardForm.CONSTRUCT,
            BriefingForm.CONSTRUCT,
            ClockForm.CONSTRUCT,
            DecisionForm.CONSTRUCT,
            ProcessForm.CONSTRUCT,
            SampleForm.CONSTRUCT,
            CaseSampleForm.CONSTRUCT,
            TestForm.CONSTRUCT,
            CityForms.Sources.CONSTRUCT,
            CityForms.Calendars.CONSTRUCT,
            CityForms.SchematicMap.CONSTRUCT,
            PlanForms.Head.CONSTRUCT,
            PlanForms.Clauses.CONSTRUCT,
            FocusForm.CONSTRUCT,
            ClassForm.CONSTRUCT);

    /// Where the drawings of processes are; BPMN 2.0, not YAML.
    public static final String DRAWINGS = "processes/*.bpmn";

    private Constructs() {}

    /// @param file path from the pack's folder
    public static boolean isDrawing(String file) {
        int slash = DRAWINGS.indexOf('*');
        return file.startsWith(DRAWINGS.substring(0, slash))
                && file.endsWith(DRAWINGS.substring(slash + 1))
                && file.indexOf('/', slash) < 0;
    }

    /// @param file path from the pack's folder
    public static Optional<Construct> of(String file) {
        return ALL.stream().filter(c -> c.matches(file)).findFirst();
    }

    /// Where files may be, for reports: `entities/…`, `pack.yaml`.
    public static List<String> places() {
        return Stream.of(
                        ALL.stream().map(c -> c.path().replace('*', '…')),
                        Stream.of(DRAWINGS.replace('*', '…')),
                        Tables.ALL.stream().map(Table::path))
                .flatMap(paths -> paths)
                .toList();
    }
}
