package org.luoshi.kernel.clock;

import static org.luoshi.kernel.clock.SuspensionCause.NoticeDuty.WRITTEN_WITH_TIME;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.luoshi.kernel.text.Text;
import org.luoshi.kernel.unit.Validity;

/// The clocks of the Administrative Licensing Law 行政许可法, the default profile. All its days are working days (art. 82).
///
/// The law is silent on whether the day of acceptance counts; the general rule on periods answers, that of the General
/// Principles of Civil Law until 2020 and of the Civil Code since.
public final class AdministrativeLicensing {

    /// The role that approves an extension: the agency's head, or the government's where agencies act jointly.
    public static final String AGENCY_HEAD = "agency_head";

    public static final String GOVERNMENT_HEAD = "government_head";

    private static final Text LAW = new Text("行政许可法", "Administrative Licensing Law");
    private static final Text PRINCIPLES = new Text("民法通则", "General Principles of Civil Law");
    private static final Text CIVIL_CODE = new Text("民法典", "Civil Code");

    private static final LocalDate LAW_IN_FORCE = LocalDate.of(2004, 7, 1);
    private static final LocalDate CIVIL_CODE_IN_FORCE = LocalDate.of(2021, 1, 1);

    private static final LegalBasis TIME_NOT_COUNTED = law("第四十五条", "art. 45");

    private static final ExtensionRule BY_THE_AGENCY =
            new ExtensionRule(10, AGENCY_HEAD, new Text("本行政机关负责人", "the head of the agency"));
    private static final ExtensionRule BY_THE_GOVERNMENT =
            new ExtensionRule(15, GOVERNMENT_HEAD, new Text("本级人民政府负责人", "the head of the government"));

    private static final List<SuspensionCause> CAUSES = List.of(
            cause("hearing", "听证", "hearing"),
            cause("tender", "招标", "tender"),
            cause("auction", "拍卖", "auction"),
            cause("inspection", "检验", "inspection"),
            cause("testing", "检测", "testing"),
            cause("quarantine", "检疫", "quarantine"),
            cause("appraisal", "鉴定", "appraisal"),
            cause("expert_review", "专家评审", "expert review"));

    private AdministrativeLicensing() {}

    public static ClockProfile profile() {
        LegalBasis decision = law("第四十二条第一款", "art. 42(1)");
        LegalBasis joint = law("第四十二条第二款", "art. 42(2)");
        return new ClockProfile(
                "administrative_licensing",
                LAW,
                List.of(
                        clock(
                                "supplement_notice",
                                new Text("一次性告知补正", "notice of what to supplement"),
                                "received",
                                Set.of("accepted", "supplement_noticed", "not_accepted"),
                                terms(5, law("第三十二条第一款第四项", "art. 32(1)(4)"), null, List.of())),
                        clock(
                                "decision",
                                new Text("作出许可决定", "decision"),
                                "accepted",
                                Set.of("decided"),
                                terms(20, decision, new Cited<>(BY_THE_AGENCY, decision), CAUSES)),
                        clock(
                                "joint_decision",
                                new Text("统一、联合或集中办理", "joint handling"),
                                "accepted",
                                Set.of("decided"),
                                terms(45, joint, new Cited<>(BY_THE_GOVERNMENT, joint), CAUSES)),
                        clock(
                                "lower_review",
                                new Text("下级机关审查", "review by the lower agency"),
                                "accepted",
                                Set.of("reviewed"),
                                terms(20, law("第四十三条", "art. 43"), null, CAUSES)),
                        clock(
                                "delivery",
                                new Text("颁发、送达证件", "delivery of the certificate"),
                                "decided",
                                Set.of("delivered"),
                                terms(10, law("第四十四条", "art. 44"), null, List.of()))));
    }

    private static ClockDefinition clock(
            String id, Text title, String startedBy, Set<String> endedBy, List<ClockTerms> terms) {
        return new ClockDefinition(id, title, ClockHolder.AGENCY, startedBy, endedBy, terms);
    }

    private static List<ClockTerms> terms(
            int days, LegalBasis basis, @Nullable Cited<ExtensionRule> extension, List<SuspensionCause> causes) {
        List<ClockTerms> terms = new ArrayList<>();
        LegalBasis until2020 = basis(PRINCIPLES, "第一百五十四条", "art. 154");
        terms.add(new ClockTerms(
                new Validity(LAW_IN_FORCE, CIVIL_CODE_IN_FORCE),
                new Cited<>(Limit.working(days), basis),
                null,
                new Cited<>(FirstDay.NOT_COUNTED, until2020),
                new Cited<>(LastDay.MOVES_TO_WORKING_DAY, until2020),
                null,
                extension,
                causes,
                List.of()));
        terms.add(new ClockTerms(
                Validity.since(CIVIL_CODE_IN_FORCE),
                new Cited<>(Limit.working(days), basis),
                null,
                new Cited<>(FirstDay.NOT_COUNTED, basis(CIVIL_CODE, "第二百零一条第一款", "art. 201(1)")),
                new Cited<>(LastDay.MOVES_TO_WORKING_DAY, basis(CIVIL_CODE, "第二百零三条第一款", "art. 203(1)")),
                null,
                extension,
                causes,
                List.of()));
        return terms;
    }

    private static SuspensionCause cause(String id, String zh, String en) {
        return new SuspensionCause(id, new Text(zh, en), WRITTEN_WITH_TIME, TIME_NOT_COUNTED);
    }

    private static LegalBasis law(String zh, String en) {
        return basis(LAW, zh, en);
    }

    private static LegalBasis basis(Text law, String zh, String en) {
        return new LegalBasis(law, new Text(zh, en), true);
    }
}
