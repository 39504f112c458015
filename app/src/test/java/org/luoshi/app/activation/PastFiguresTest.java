package org.luoshi.app.activation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.luoshi.access.Grant;
import org.luoshi.access.Role;
import org.luoshi.access.Units;
import org.luoshi.access.Viewer;
import org.luoshi.indicator.ExplainRequest;
import org.luoshi.indicator.Explanation;
import org.luoshi.kernel.period.Period;
import org.luoshi.kernel.text.Language;
import org.luoshi.kernel.text.Text;
import org.luoshi.kernel.unit.Unit;
import org.luoshi.pack.Indicator;
import org.luoshi.pack.QualifiedId;
import org.luoshi.register.ListRequest;
import org.luoshi.register.Register;
import org.luoshi.web.part.FigureTile;
import org.luoshi.web.part.Figures;
import org.luoshi.web.shell.Address;
import org.luoshi.web.shell.AsOf;
import org.luoshi.web.shell.Messages;
import org.luoshi.web.shell.Shell;
import org.luoshi.web.shell.Theme;

/// A page of a past moment shows the indicators of that moment, whatever the packs declare now, but nothing that the
/// packs hide now.
class PastFiguresTest {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    @TempDir
    Path folder;

    private Town town;
    private final Edition first = Edition.first();

    @BeforeEach
    void open() {
        town = new Town(folder);
        town.use(first);
    }

    @AfterEach
    void close() {
        town.close();
    }

    @Test
    void anIndicatorThatCameLaterIsNotShownOfAMomentBefore() {
        town.project("A", "north", "2025-02-10", Map.of("jobs", 30L));
        Instant before = town.moment();
        town.use(first.with("jobs", Edition.indicator("sum(project.jobs)", "人", "to_date")));
        town.indicators().refresh();
        assertThat(figures(before)).containsExactly("/explain/city.starts/north/2025-06 1");
        assertThat(figures(null))
                .containsExactlyInAnyOrder("/explain/city.jobs/north/2025-06 30", "/explain/city.starts/north/2025-06 1");
        Indicator jobs = town.indicators().find(QualifiedId.parse("city.jobs")).orElseThrow();
        assertThat(town.context().get(Figures.class).of(List.of(jobs), "north", shell(before))).isEmpty();
    }

    @Test
    void anIndicatorThatHasGoneIsShownOfTheTimeWhenItWasThere() {
        town.project("A", "north", "2025-02-10", Map.of());
        Instant before = town.moment();
        town.use(first.without("indicators/starts.yaml")
                .file("plan/focus/industry.yaml", Edition.focus("6").replace("indicator: starts", "indicator: others"))
                .with("others", Edition.indicator("count(project) * 10", "个", "to_date")));
        assertThat(figures(before)).containsExactly("/explain/city.starts/north/2025-06 1");
    }

    /// Who may see what is a matter of the present.
    @Test
    void aNameMarkedPersonalSinceIsNotShownOfThePastEither() {
        town.use(named(""));
        town.project("A", "north", "2025-02-10", Map.of("name", "合成张三"));
        Instant before = town.moment();
        assertThat(labels(before)).containsExactly("合成张三");
        town.use(named("personal: name, "));
        assertThat(labels(before)).singleElement().asString().matches("[0-9]+");
        assertThat(namesInTheList(before)).singleElement().isNotEqualTo("合成张三");
    }

    @Test
    void whatARecordRefersToIsNamedByTheMarksOfNowToo() {
        Edition visits = named("").file("entities/visit.yaml", """
                title: { zh: 走访, en: Visit }
                key: code
                label: code
                unit: district
                fields:
                  code: { type: text, max: 32, required: true, title: { zh: 编号, en: Code } }
                  district: { type: unit, required: true, title: { zh: 区县, en: District } }
                  project: { type: reference, entity: project, title: { zh: 项目, en: Project } }
                """);
        town.use(visits);
        long project = town.project("A", "north", "2025-02-10", Map.of("name", "合成张三"));
        QualifiedId visit = QualifiedId.parse("city.visit");
        town.registers().of(visit).create(Map.of("code", "V", "district", "north", "project", project), Viewer.system());
        Instant before = town.moment();
        assertThat(referred(visit, before)).containsExactly("合成张三");
        String marked = named("personal: name, ").files().get("entities/project.yaml");
        town.use(visits.file("entities/project.yaml", marked));
        assertThat(referred(visit, before)).singleElement().isNotEqualTo("合成张三");
        assertThat(referred(visit, null)).singleElement().isNotEqualTo("合成张三");
    }

    private List<String> referred(QualifiedId entity, @Nullable Instant asOf) {
        Register register = town.registers().of(entity, asOf);
        return List.copyOf(register.list(ListRequest.first(10).asOf(asOf), officer()).references().get("project").values());
    }

    @Test
    void aUnitIsCalledAsItWasCalledThen() {
        Instant before = town.moment();
        String declared = first.files().get("units/units.csv");
        town.use(first.file("units/units.csv", declared.replace("北区,North,", "新北,New North,")));
        Units units = town.context().get(Units.class);
        assertThat(units.name("north").zh()).isEqualTo("新北");
        assertThat(units.name("north", before).zh()).isEqualTo("北区");
    }

    private static Viewer officer() {
        return new Viewer("officer", Text.same("officer"), List.of(new Grant(Role.OFFICER, "north")));
    }

    private List<@Nullable Object> namesInTheList(Instant asOf) {
        Register projects = town.registers().of(QualifiedId.parse("city.project"), asOf);
        return projects.list(ListRequest.first(10).asOf(asOf), officer()).rows().stream()
                .map(record -> record.values().get("name"))
                .toList();
    }

    private Edition named(String mark) {
        String name = "  name: { type: text, max: 40, " + mark + "title: { zh: 名称, en: Name } }\n";
        String projects = first.files().get("entities/project.yaml");
        return first.file("entities/project.yaml", projects.replace("label: code", "label: name") + name);
    }

    private List<String> labels(Instant asOf) {
        ExplainRequest request =
                ExplainRequest.of(QualifiedId.parse("city.starts"), "north", Period.parse("2025-05"), asOf, 10);
        return town.indicators().explain(request, Viewer.system()).rows().stream()
                .map(Explanation.SourceRow::label)
                .toList();
    }

    private List<String> figures(@Nullable Instant asOf) {
        Unit north = town.context().get(Units.class).find("north").orElseThrow();
        return town.context().get(Figures.class).of(north, Figures.Marking.NONE, shell(asOf)).stream()
                .map((FigureTile tile) -> tile.href() + " " + tile.value())
                .toList();
    }

    private Shell shell(@Nullable Instant asOf) {
        return new Shell(
                new Messages(),
                Language.EN,
                Theme.LIGHT,
                null,
                asOf == null ? AsOf.PRESENT : new AsOf("2025-06-15", asOf),
                null,
                new Address("/units/north", Map.of()),
                null,
                false,
                town.clock.instant(),
                ZONE,
                "0");
    }
}
