package org.luoshi.web.briefing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.luoshi.briefing.Source;
import org.luoshi.briefing.Subject;
import org.luoshi.kernel.period.Period;
import org.luoshi.pack.QualifiedId;

class BriefingLinksTest {

    private final BriefingLinks links = new BriefingLinks(
            QualifiedId.parse("plan_follow_up.weekly"), new Subject.OfUnit("chenghua"), "2025-09-21", "");

    @Test
    void anIndicatorsFigureLeadsToItsExplanationAsOfTheMoment() {
        Source cell = new Source.Cell(
                QualifiedId.parse("parks.projects_started"), "chenghua", Period.parse("2025-09"));
        assertThat(links.to(cell)).contains("/explain/parks.projects_started/chenghua/2025-09?asof=2025-09-21");
    }

    @Test
    void aCountLeadsToTheCommitmentsThatItCounts() {
        assertThat(links.to(new Source.Count("off_path")))
                .contains("/plan?unit=chenghua&status=off&asof=2025-09-21");
        assertThat(links.to(new Source.Count("all"))).contains("/plan?unit=chenghua&asof=2025-09-21");
    }

    @Test
    void whatThePeriodDecidesLeadsToItsRows() {
        assertThat(links.to(new Source.MilestoneCount("overdue")))
                .contains("/briefings/rows?layout=plan_follow_up.weekly&subject=unit:chenghua&counted=milestones.overdue&asof=2025-09-21");
        assertThat(links.to(new Source.Count("changed")).orElseThrow()).contains("counted=commitments.changed");
    }

    @Test
    void whatLeavesTheHouseNamesIt() {
        BriefingLinks abroad = new BriefingLinks(
                QualifiedId.parse("plan_follow_up.weekly"), new Subject.City(), "2025-09-21", "https://luoshi.example");
        assertThat(abroad.to(new Source.Count("all"))).contains("https://luoshi.example/plan?asof=2025-09-21");
    }

    @Test
    void whatIsBoundToNothingLeadsNowhere() {
        assertThat(links.to(new Source.Unbound())).isEmpty();
    }
}
