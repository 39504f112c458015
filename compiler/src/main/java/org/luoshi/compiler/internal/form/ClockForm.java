package org.luoshi.compiler.internal.form;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.luoshi.compiler.internal.shape.Bilingual;
import org.luoshi.compiler.internal.shape.Choice;
import org.luoshi.compiler.internal.shape.Days;
import org.luoshi.compiler.internal.shape.Form;
import org.luoshi.compiler.internal.shape.Key;
import org.luoshi.compiler.internal.shape.ListOf;
import org.luoshi.compiler.internal.shape.Listed;
import org.luoshi.compiler.internal.shape.MapOf;
import org.luoshi.compiler.internal.shape.Numbers;
import org.luoshi.compiler.internal.shape.Shape;
import org.luoshi.compiler.internal.shape.Values;
import org.luoshi.compiler.internal.shape.View;
import org.luoshi.compiler.internal.yaml.Node.Scalar;
import org.luoshi.kernel.clock.ClockHolder;
import org.luoshi.kernel.clock.DayCount;
import org.luoshi.kernel.clock.DueLevel;
import org.luoshi.kernel.clock.FirstDay;
import org.luoshi.kernel.clock.LastDay;
import org.luoshi.kernel.clock.LimitKind;
import org.luoshi.kernel.clock.SuspensionCause.NoticeDuty;
import org.luoshi.kernel.text.Text;
import org.luoshi.pack.process.AccountRole;

/// `clocks/ID.yaml`.
public final class ClockForm {

    private static final int MOST_DAYS = 3660;

    public static final Key<Text> TITLE = Key.required("title", Bilingual.TITLE, "名称", "name");
    public static final Key<ClockHolder> HOLDER = Key.required(
            "holder", Choice.of(ClockHolder.class, "计时对象", "whose time it counts"), "计谁的时间", "whose time it counts");

    public static final Key<LocalDate> FROM = Key.required("from", Days.DAY, "施行之日", "the day on which they come into force");
    public static final Key<LocalDate> TO =
            Key.optional("to", Days.DAY, "失效之日（不含）", "the day on which they cease to be in force (exclusive)");
    public static final Key<Text> LAW = Key.required("law", Bilingual.TITLE, "依据的名称", "name of the law or rule");
    public static final Key<Boolean> VERIFIED = Key.required(
            "verified",
            Values.FLAG,
            "是否有人对照原文核实过；没有则页面标“未核实”",
            "whether somebody compared them with the text; pages say so where nobody did");

    public static final Key<Integer> DAYS =
            Key.required("days", Numbers.small(1, MOST_DAYS), "天数", "number of days");
    public static final Key<DayCount> COUNT =
            Key.required("count", Choice.of(DayCount.class, "计日方式", "a way to count days"), "怎样计日", "which days count");
    public static final Key<Text> ARTICLE = Key.required("article", Bilingual.TITLE, "条款", "the article");
    private static final Shape<View> LIMIT = Form.of("时限", "a limit", DAYS, COUNT, ARTICLE);
    public static final Key<View> LEGAL = Key.required("legal", LIMIT, "法定时限", "the limit by law");

    public static final Key<FirstDay> FIRST_DAY = Key.<FirstDay>optional(
                    "first_day", Choice.of(FirstDay.class, "首日规则", "a rule for the first day"), "开始的当日计不计", "whether the day of a start counts")
            .otherwise("`not_counted`", "`not_counted`");
    public static final Key<Text> FIRST_DAY_ARTICLE =
            Key.optional("first_day_article", Bilingual.TITLE, "首日规则的依据", "where the rule for the first day is written");
    public static final Key<LastDay> LAST_DAY = Key.<LastDay>optional(
                    "last_day",
                    Choice.of(LastDay.class, "末日规则", "a rule for the last day"),
                    "自然日时限的末日逢休息日怎样",
                    "what happens to a limit in natural days that would end on a day off")
            .otherwise("`moves_to_working_day`", "`moves_to_working_day`");
    public static final Key<Text> LAST_DAY_ARTICLE =
            Key.optional("last_day_article", Bilingual.TITLE, "末日规则的依据", "where the rule for the last day is written");

    public static final Key<Integer> MOST =
            Key.required("most", Numbers.small(1, MOST_DAYS), "至多延长天数", "at most so many days more");
    public static final Key<AccountRole> APPROVER = Key.required(
            "approver", Choice.of(AccountRole.BY_NAME, "账号角色", "a role of accounts"), "谁批准", "who approves");
    public static final Key<Text> APPROVER_TITLE =
            Key.required("title", Bilingual.TITLE, "批准人的称谓", "what the approver is called");
    public static final Key<View> EXTENSION = Key.optional(
            "extension", Form.of("延长", "an extension", MOST, APPROVER, APPROVER_TITLE, ARTICLE), "可否延长", "how it may be extended");

    public static final Key<Text> CAUSE_TITLE = Key.required("title", Bilingual.TITLE, "名称", "name");
    public static final Key<NoticeDuty> NOTICE = Key.required(
            "notice", Choice.of(NoticeDuty.class, "告知义务", "a duty to tell"), "须怎样书面告知", "what must be told in writing");
    public static final Key<Map<Scalar, Listed<View>>> CAUSES = Key.optional(
            "causes",
            MapOf.declared("事由标识", "id of a cause", Form.of("中止事由", "a cause", CAUSE_TITLE, NOTICE, ARTICLE)),
            "不计入期限的事由",
            "causes for which time is not counted");

    public static final Key<Text> LEVEL_TITLE = Key.required("title", Bilingual.TITLE, "名称", "name");
    public static final Key<LimitKind> LEVEL_OF = Key.<LimitKind>optional(
                    "of", Choice.of(LimitKind.class, "时限", "a limit"), "看哪个时限", "which limit it looks at")
            .otherwise("`legal`", "`legal`");
    public static final Key<DueLevel.Side> SIDE =
            Key.required("side", Choice.of(DueLevel.Side.class, "期前或期后", "a side of the end"), "到期前还是过期后", "before the end or past it");
    public static final Key<Integer> LEVEL_DAYS =
            Key.required("days", Numbers.small(0, MOST_DAYS), "剩余至多或超过至少几天", "at most so many left, or at least so many past");
    public static final Key<Map<Scalar, Listed<View>>> LEVELS = Key.optional(
            "levels",
            MapOf.declared("级别标识", "id of a level", Form.of("临期级别", "a level", LEVEL_TITLE, LEVEL_OF, SIDE, LEVEL_DAYS)),
            "临期和超期的级别，先满足者为准",
            "levels of nearness to the end, the first that holds wins");

    public static final Key<List<Listed<View>>> TERMS = Key.required(
            "terms",
            ListOf.some(Form.of(
                    "时限规则",
                    "terms of a clock",
                    FROM,
                    TO,
                    LAW,
                    VERIFIED,
                    LEGAL,
                    FIRST_DAY,
                    FIRST_DAY_ARTICLE,
                    LAST_DAY,
                    LAST_DAY_ARTICLE,
                    EXTENSION,
                    CAUSES,
                    LEVELS)),
            "规则，各管一段时间；办件自始至终用起算那天有效的规则",
            "its rules, each for a time; a case keeps those in force on the day it started");

    public static final Form FORM = Form.of("法定时限", "a legal clock", TITLE, HOLDER, TERMS, Silence.KEY);

    public static final Construct CONSTRUCT = new Construct(
            "clock",
            new Text("法定时限", "Legal clock"),
            new Text(
                    "一部法律或一项规定的时限：多少天、怎样计日、什么事由不计入、能不能延长，逐条注明依据。流程说明由什么事件起算和止算。",
                    "The limit of a law or rule: how many days, which days count, what does not count, whether it may be"
                            + " extended, each with its article. A process says which events start and end it."),
            "clocks/*.yaml",
            FORM,
            """
            title: { zh: 办理时限, en: Handling }
            holder: agency
            terms:
              - from: 2024-01-01
                law: { zh: 某市办事规定, en: A city's service rule }
                verified: false
                legal: { days: 20, count: working, article: { zh: 第三条, en: article 3 } }
                causes:
                  expert_review:
                    title: { zh: 专家评审, en: Expert review }
                    notice: written_with_time
                    article: { zh: 第五条, en: article 5 }
                levels:
                  near: { title: { zh: 临期, en: Near its end }, side: left, days: 2 }
            """,
            false);

    private ClockForm() {}
}
