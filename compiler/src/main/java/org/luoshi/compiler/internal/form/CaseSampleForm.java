package org.luoshi.compiler.internal.form;

import static org.luoshi.compiler.internal.form.SampleForm.DAYS;
import static org.luoshi.compiler.internal.form.SampleForm.PART;
import static org.luoshi.compiler.internal.form.SampleForm.SETTING;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.luoshi.compiler.internal.shape.Bilingual;
import org.luoshi.compiler.internal.shape.Days;
import org.luoshi.compiler.internal.shape.Either;
import org.luoshi.compiler.internal.shape.Form;
import org.luoshi.compiler.internal.shape.Key;
import org.luoshi.compiler.internal.shape.ListOf;
import org.luoshi.compiler.internal.shape.Listed;
import org.luoshi.compiler.internal.shape.MapOf;
import org.luoshi.compiler.internal.shape.Numbers;
import org.luoshi.compiler.internal.shape.Values;
import org.luoshi.compiler.internal.shape.View;
import org.luoshi.compiler.internal.yaml.Node.Scalar;
import org.luoshi.kernel.text.Text;

/// `case_samples/ID.yaml`.
public final class CaseSampleForm {

    public static final Key<Text> TITLE = Key.required("title", Bilingual.TITLE, "名称", "name");
    public static final Key<Scalar> PROCESS = Key.required(
            "process", Values.nameOf("流程的标识", "id of a process"), "哪个流程的办件", "the process whose cases they are");
    public static final Key<Long> SEED = Key.required(
            "seed",
            Numbers.whole(0, 999_999_999_999_999L),
            "随机数种子：同一种子得同样的办件",
            "random seed: the same one gives the same cases");
    public static final Key<LocalDate> FROM =
            Key.required("from", Days.DAY, "最早的申请日", "first day of applications");
    public static final Key<LocalDate> TO = Key.required("to", Days.DAY, "最晚的申请日", "last day of applications");
    public static final Key<Integer> CASES = Key.required("cases", Numbers.small(1, 2000), "多少件", "how many cases");
    public static final Key<Map<Scalar, Listed<Either.Read<Scalar, View>>>> FIELDS = Key.optional(
            "fields", SETTING, "表单收到这些字段时填什么", "what is filled in wherever a form asks for the field");

    public static final Key<Integer> WEIGHT =
            Key.required("weight", Numbers.small(1, 1_000_000), "权重", "how often, against the others");
    public static final Key<Map<Scalar, Listed<Either.Read<Scalar, View>>>> KIND_SET =
            Key.required("set", SETTING, "一起取的值", "values that belong together");
    public static final Key<List<Listed<View>>> KINDS = Key.optional(
            "kinds",
            ListOf.some(Form.of("一种办件", "a kind of case", WEIGHT, KIND_SET)),
            "几种办件，每件按权重取一种",
            "kinds of case, of which each case is one");

    public static final Key<List<Listed<BigDecimal>>> AFTER = Key.required(
            "after", ListOf.some(Numbers.decimal()), "过 `[最少, 最多]` 个工作日才办", "done after `[least, most]` working days");
    public static final Key<Map<Scalar, Listed<Integer>>> CHOOSE = Key.optional(
            "choose",
            MapOf.named("动作", "action", Numbers.small(1, 1_000_000)),
            "按权重取一个动作",
            "one of its actions, by weight");
    public static final Key<Map<Scalar, Listed<Either.Read<Scalar, View>>>> SET =
            Key.optional("set", SETTING, "在这个环节填什么", "what is filled in at this step");
    public static final Key<Map<Scalar, Listed<View>>> STEPS = Key.optional(
            "steps",
            MapOf.named("环节", "step", Form.of("合成办件的一个环节", "a step of synthetic cases", AFTER, CHOOSE, SET)),
            "各环节怎样办",
            "what people do at the steps");

    public static final Key<View> LATE = Key.optional(
            "late", Form.of("迟办", "late steps", PART, DAYS), "单位迟办", "authorities that are late at every step");
    public static final Key<View> SUSPENDED = Key.optional(
            "suspended",
            Form.of("中止", "suspensions", PART, DAYS),
            "在第一个可以中止的环节中止",
            "suspended at the first step that can be");
    public static final Key<View> RETURNED = Key.optional(
            "returned", Form.of("退回", "returns", PART), "退回先前的环节一次", "sent back to an earlier step once");
    public static final Key<View> WITHDRAWN = Key.optional(
            "withdrawn", Form.of("撤回", "withdrawals", PART), "申请人中途撤回", "taken back by the applicant on the way");
    public static final Key<View> IMPERFECTIONS = Key.optional(
            "imperfections",
            Form.of("办件的瑕疵", "imperfections of cases", LATE, SUSPENDED, RETURNED, WITHDRAWN),
            "走样的办件",
            "what goes otherwise than it should");

    public static final Form FORM = Form.of(
            "合成办件",
            "synthetic cases",
            TITLE,
            PROCESS,
            SEED,
            FROM,
            TO,
            CASES,
            FIELDS,
            KINDS,
            STEPS,
            IMPERFECTIONS,
            Silence.KEY);

    public static final Construct CONSTRUCT = new Construct(
            "case_sample",
            new Text("合成办件", "Synthetic cases"),
            new Text(
                    "造合成办件的规则：一个种子和路上会发生什么，每次得到同样的一年。合成办件处处标明。",
                    "Rules for synthetic cases: a seed and what may happen on the way give the same year each time. They are labelled as made up everywhere."),
            "case_samples/*.yaml",
            FORM,
            """
            title: { zh: 合成诉求, en: Synthetic requests }
            process: handling
            seed: 7
            from: 2025-01-02
            to: 2025-11-30
            cases: 40
            fields: { title: { words: [[示例诉求], [甲, 乙, 丙]] }, district: chenghua }
            steps:
              handle: { after: [1, 8], choose: { reply: 9, refuse: 1 }, set: { answer: 合成答复 } }
            imperfections:
              late: { share: 0.1, days: [8, 20] }
              withdrawn: { share: 0.05 }
            """,
            false);

    private CaseSampleForm() {}
}
