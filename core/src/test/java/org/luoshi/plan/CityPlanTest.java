package org.luoshi.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.luoshi.access.Guard;
import org.luoshi.access.Units;
import org.luoshi.access.Viewer;
import org.luoshi.audit.ChangeLog;
import org.luoshi.compiler.Compilation;
import org.luoshi.compiler.PackCompiler;
import org.luoshi.pack.PackSet;
import org.luoshi.pack.QualifiedId;
import org.luoshi.pack.StatusRule.Status;
import org.luoshi.register.Registers;
import org.luoshi.register.WriteResult;
import org.luoshi.testing.SteppingClock;
import org.luoshi.testing.TestContext;

/// The packs of the repository in force: the article's whole plan, judged.
class CityPlanTest {

    private static final Compilation COMPILED = PackCompiler.compile(List.of(Path.of("../packs")));

    private final SteppingClock clock = SteppingClock.at("2024-12-21T09:00");
    private final TestContext context = TestContext.of(
            clock, ChangeLog.class, Units.class, Guard.class, Registers.class, Bureau.PlanBeans.class);
    private final Plans plans = context.get(Plans.class);

    CityPlanTest() {
        PackSet packs = COMPILED.packs().orElseThrow();
        context.transaction()
                .executeWithoutResult(_ -> packs.city()
                        .ifPresent(city -> context.get(Units.class).activate(city.units(), city.parents(), city.successions(), clock.instant())));
        context.get(Registers.class).apply(packs, Set.of(), "system");
        context.get(PlanEditing.class).activate(packs, "system");
    }

    @AfterEach
    void close() {
        context.close();
    }

    @Test
    void everyCommitmentOfTheArticleHasAComputedStatusAndNoneIsGreenWithoutFacts() {
        clock.moveTo(clock.instant().plus(java.time.Duration.ofDays(275)));
        Board board = plans.board(BoardFilter.ALL, null, Viewer.system());
        assertThat(board.total()).isGreaterThan(100);
        assertThat(board.byStatus().keySet())
                .isSubsetOf(Status.UNKNOWN, Status.NOT_STARTED, Status.BEHIND);
        assertThat(board.rows()).filteredOn(r -> r.target() != null)
                .extracting(CommitmentRow::id, r -> r.status().reason().zh())
                .allSatisfy(t -> assertThat(t.toList().get(1).toString()).startsWith("截至9月22日完成 0 个，路径要求 "));
        assertThat(plans.coverage(null).uncovered()).isEmpty();
    }

    @Test
    void careInstitutionsThatOpenMoveTheFortyPromised() {
        QualifiedId institution = QualifiedId.parse("eldercare.care_institution");
        clock.moveTo(LocalDate.of(2025, 3, 10).atStartOfDay(clock.getZone()).toInstant());
        for (int i = 1; i <= 9; i++) {
            WriteResult result = context.get(Registers.class).of(institution).create(
                    Map.of("code", "A-" + i, "name", "合成机构", "district", "chenghua", "level", "urban_street", "origin",
                            "new_built", "open_to_community", true, "functions", 5L, "beds", 60L, "opened_on",
                            LocalDate.of(2025, 2, 20)),
                    Viewer.system());
            assertThat(result).isInstanceOf(WriteResult.Written.class);
        }
        CommitmentRow row = plans.board(BoardFilter.ALL, null, Viewer.system()).rows().stream()
                .filter(r -> QualifiedId.parse("eldercare.compound_institutions_opened").equals(r.indicator()))
                .findFirst()
                .orElseThrow();
        assertThat(row.status().reason().zh())
                .startsWith("节点“")
                .endsWith("”逾期 10 天、未报佐证；截至3月10日完成 9 个，路径要求 8 个，多 1 个；仅有 3 期数据，不足 4 期，不作预测");
        assertThat(row.status().status()).isEqualTo(Status.AT_RISK);
    }
}
