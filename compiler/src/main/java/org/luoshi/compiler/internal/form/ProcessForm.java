package org.luoshi.compiler.internal.form;

import java.util.List;
import java.util.Map;
import org.luoshi.compiler.internal.shape.Bilingual;
import org.luoshi.compiler.internal.shape.Choice;
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
import org.luoshi.kernel.text.Text;
import org.luoshi.pack.process.AccountRole;
import org.luoshi.pack.process.FileField;
import org.luoshi.pack.process.FileKind;
import org.luoshi.pack.process.Operation;
import org.luoshi.pack.process.Signing;

/// `processes/ID.yaml`; the drawing of the same name lies beside it as `processes/ID.bpmn`.
public final class ProcessForm {

    private static final Shape<Scalar> FIELD = Values.nameOf("字段标识", "id of a field");
    private static final Shape<Scalar> ROLE_ID = Values.nameOf("角色标识", "id of a role");
    private static final Shape<Scalar> EVENT = Values.nameOf(
            "事件：`applied`、`环节.动作` 或 `end.结束事件`", "an event: `applied`, `step.action` or `end.element`");

    public static final Key<Text> TITLE = Key.required("title", Bilingual.TITLE, "名称", "name");
    public static final Key<Text> ABOUT = Key.required("about", Bilingual.PROSE, "给申请人看的说明", "what it is for, told to applicants");
    public static final Key<Scalar> CONTENT = Key.required(
            "content", Values.nameOf("登记表标识", "id of an entity"), "办件内容所在的登记表，一件一条记录", "the register of the cases' content, one record a case");
    public static final Key<Scalar> NUMBER = Key.required(
            "number", Values.nameOf("大写字母", "capital letters"), "办件编号的前缀，2 至 8 个大写字母", "prefix of the cases' numbers, 2 to 8 capital letters");

    public static final Key<Text> ROLE_TITLE = Key.required("title", Bilingual.TITLE, "名称", "name");
    public static final Key<AccountRole> ACCOUNT = Key.required(
            "account", Choice.of(AccountRole.BY_NAME, "账号角色", "a role of accounts"), "哪一种账号", "which kind of account");
    public static final Key<Scalar> UNIT_FIELD = Key.optional(
            "unit_field", FIELD, "内容登记表中说明由哪个单位办的字段", "the field of the content that says whose accounts do it");
    public static final Key<Scalar> UNIT =
            Key.optional("unit", Values.nameOf("单位标识", "id of a unit"), "固定由哪个单位办", "the one unit whose accounts do it");
    public static final Key<Map<Scalar, Listed<View>>> ROLES = Key.required(
            "roles",
            MapOf.declared("角色标识", "role id", Form.of("角色", "a role", ROLE_TITLE, ACCOUNT, UNIT_FIELD, UNIT)),
            "谁参与：账号角色 × 单位",
            "who takes part: role of accounts × unit");

    public static final Key<Text> FILE_TITLE = Key.required("title", Bilingual.TITLE, "名称", "name");
    public static final Key<Text> FILE_HELP = Key.optional("help", Bilingual.PROSE, "填写说明", "what to attach");
    public static final Key<List<Listed<FileKind>>> KINDS = Key.required(
            "kinds",
            ListOf.oneOrMore(Choice.of(FileKind.class, "文件种类", "a kind of file")),
            "收哪几种文件；按内容判断，不看文件名",
            "kinds of files that are taken; judged by content and not by name");
    public static final Key<Integer> MEGABYTES = Key.<Integer>optional(
                    "megabytes",
                    Numbers.small(1, FileField.LARGEST_MEGABYTES),
                    "一个文件最大多少 MB",
                    "largest size of one file in MB")
            .otherwise("20", "20");
    public static final Key<Integer> MOST = Key.<Integer>optional("most", Numbers.small(1, 20), "一张表最多几个文件", "most files in one form")
            .otherwise("1", "1");
    public static final Key<Boolean> FILE_REQUIRED = Key.optional("required", Values.FLAG, "申请时须附上", "an application is refused without it");
    public static final Key<Boolean> PERSONAL = Key.optional(
            "personal",
            Values.FLAG,
            "含个人信息：只有经办人能打开，每次打开都留痕",
            "holds personal data: only who has the task opens it, and each reading is logged");
    public static final Key<Map<Scalar, Listed<View>>> ATTACHMENTS = Key.optional(
            "attachments",
            MapOf.declared(
                    "附件标识",
                    "attachment id",
                    Form.of("附件", "an attachment", FILE_TITLE, FILE_HELP, KINDS, MEGABYTES, MOST, FILE_REQUIRED, PERSONAL)),
            "附件；和字段一样列入 `form` 和 `needed`",
            "attachments; listed in `form` and `needed` as fields are");

    public static final Key<Scalar> BY = Key.required("by", ROLE_ID, "谁来做", "who does it");
    public static final Key<List<Listed<Scalar>>> FIELDS =
            Key.optional("form", ListOf.distinct(FIELD), "填写的字段和附件", "fields to fill in, and attachments");
    public static final Key<View> APPLY = Key.required("apply", Form.of("申请", "the application", BY, FIELDS), "怎样申请", "how to apply");

    public static final Key<List<Listed<Scalar>>> STEP_BY =
            Key.required("by", ListOf.oneOrMore(ROLE_ID), "谁来做；几个角色各签一次", "who does it; of several roles each signs");
    public static final Key<Signing> SIGN = Key.<Signing>optional(
                    "sign",
                    Choice.of(Signing.class, "签办方式", "a way of signing"),
                    "几个角色时：`all` 会签，都签了才完成；`any` 或签，一人签了即完成",
                    "with several roles: `all` must sign, or `any` one of them")
            .otherwise("`all`", "`all`");
    public static final Key<Text> STEP_TITLE = Key.required("title", Bilingual.TITLE, "名称", "name");
    public static final Key<Text> TOLD = Key.<Text>optional(
                    "told", Bilingual.PROSE, "办件在这里时申请人看到的话", "what the applicant reads while the case is here")
            .otherwise("环节的名称", "the step's title");
    public static final Key<List<Listed<Scalar>>> NEEDED = Key.optional(
            "needed", ListOf.distinct(FIELD), "`form` 中为此须填的字段", "those of the step's `form` that must be filled in for it");
    public static final Key<Text> ACTION_TITLE = Key.required("title", Bilingual.TITLE, "按钮上的字", "words on the button");
    public static final Key<Boolean> ONCE = Key.optional("once", Values.FLAG, "一件只许一次，如一次性告知补正", "only once in a case, as the single supplement notice");
    public static final Key<Boolean> REASON = Key.optional("reason", Values.FLAG, "须写明理由", "a reason must be written");
    public static final Key<Boolean> AUTOMATIC = Key.optional(
            "automatic",
            Values.FLAG,
            "只由时限届满触发，任何人都不能做",
            "only the passing of a limit does it, never a person");
    public static final Key<Map<Scalar, Listed<View>>> ACTIONS = Key.required(
            "actions",
            MapOf.declared("动作标识", "action id", Form.of("动作", "an action", ACTION_TITLE, ONCE, REASON, AUTOMATIC, NEEDED)),
            "完成这个环节的办法",
            "ways to finish the step");
    public static final Key<List<Listed<Scalar>>> NOT_BY = Key.optional(
            "not_by",
            ListOf.oneOrMore(Values.nameOf("环节标识", "id of a step")),
            "回避：本件中办过这些环节的人不能办这一环节，如复核须由作出决定者以外的人办",
            "whoever finished one of these steps in a case must not do this one, as a review is another person's than the decision");
    public static final Key<Scalar> AT =
            Key.required("at", FIELD, "内容登记表中写明时间的字段，类型为 `moment`", "the field of the content with its time, of type `moment`");
    public static final Key<Scalar> PLACE = Key.optional("place", FIELD, "写明地点的字段", "the field that says where");
    public static final Key<Integer> NOTICE_DAYS = Key.<Integer>optional(
                    "notice_days",
                    Numbers.small(0, 60),
                    "须提前多少个工作日通知（行政许可法第四十八条：七日）",
                    "working days by which it must be told ahead (Administrative Licensing Law, article 48: seven)")
            .otherwise("7", "7");
    public static final Key<Integer> MINUTES = Key.<Integer>optional(
                    "minutes", Numbers.small(10, 1440), "在日历中占多少分钟", "minutes that it takes in calendars")
            .otherwise("120", "120");
    public static final Key<View> MEETING = Key.optional(
            "meeting",
            Form.of("定时举行的环节", "a meeting", AT, PLACE, NOTICE_DAYS, MINUTES),
            "在约定时间举行的环节，如听证：到这个环节时须已定好时间并足够提前；时间进入各人的日历",
            "for a step held at a set time, such as a hearing: the time must be set, and far enough off, when a case comes to it; it goes into people's calendars");
    public static final Key<List<Listed<Operation>>> OPERATIONS = Key.optional(
            "operations",
            ListOf.distinct(Choice.of(Operation.class, "办件操作", "an operation")),
            "在这个环节还能对办件做什么",
            "what else may be done to the case here");
    public static final Key<View> PANEL = Key.optional(
            "panel",
            PanelForm.FORM,
            "评审组：环节的办理人召集委员并请求计票，委员各投一票，计票前任何人看不到票",
            "a panel: who does the step seats members and has the votes counted; each member has one vote, and nobody sees one before");
    public static final Key<Map<Scalar, Listed<View>>> STEPS = Key.required(
            "steps",
            MapOf.declared(
                    "环节标识",
                    "step id",
                    Form.of("环节", "a step", STEP_TITLE, TOLD, STEP_BY, SIGN, FIELDS, ACTIONS, NOT_BY, MEETING, OPERATIONS, PANEL)),
            "环节；标识与图中用户任务的 id 相同",
            "the steps; their ids are those of the user tasks in the drawing");

    public static final Key<Map<Scalar, Listed<Scalar>>> RENAMED = Key.optional(
            "renamed",
            MapOf.named("旧环节标识", "old step id", Values.nameOf("环节标识", "id of a step")),
            "旧版的环节 → 取代它的环节，供在办件换到新版时对应",
            "step of an earlier version → the step that takes its place, for running cases that are taken over");
    public static final Key<Scalar> TABLE =
            Key.required("table", Values.nameOf("判定表标识", "id of a decision table"), "用哪张判定表", "the table that decides");
    public static final Key<Map<Scalar, Listed<View>>> DECISIONS = Key.optional(
            "decisions",
            MapOf.declared("判定标识", "decision id", Form.of("判定", "a decision", TABLE)),
            "由判定表作出的判定；标识与图中业务规则任务的 id 相同",
            "what tables decide; their ids are those of the business rule tasks in the drawing");

    public static final Key<Text> CERTIFICATE_TITLE =
            Key.required("title", Bilingual.TITLE, "证书或决定书的名称", "its title, e.g. a decision or a licence");
    public static final Key<Text> BODY = Key.required(
            "text",
            Bilingual.PROSE,
            "正文；`{字段}` 处填入内容登记表的值，换行分段",
            "its text; `{field}` stands for a value of the content, line ends divide paragraphs");
    public static final Key<Scalar> ISSUER = Key.optional(
            "issuer", Values.nameOf("单位标识", "id of a unit"), "由哪个单位签发；不写即办件所属单位", "the unit that issues it; that of the case where none is named");
    public static final Key<Scalar> VALID_UNTIL =
            Key.optional("valid_until", FIELD, "内容登记表中写明有效期末日的字段", "the field of the content with its last day");
    public static final Key<Integer> VALID_DAYS =
            Key.optional("valid_days", Numbers.small(1, 36600), "自签发之日起有效多少天", "days that it holds, from the day of issue");
    public static final Key<View> CERTIFICATE = Key.optional(
            "certificate",
            Form.of("证书", "a certificate", CERTIFICATE_TITLE, BODY, ISSUER, VALID_UNTIL, VALID_DAYS),
            "办结时签发的证书或决定书",
            "what is issued when a case ends so");
    public static final Key<Text> OUTCOME_TITLE = Key.required("title", Bilingual.TITLE, "名称", "name");
    public static final Key<Map<Scalar, Listed<View>>> OUTCOMES = Key.required(
            "outcomes",
            MapOf.declared("结果标识", "outcome id", Form.of("结果", "an outcome", OUTCOME_TITLE, TOLD, CERTIFICATE)),
            "结果；标识与图中结束事件的 id 相同",
            "the outcomes; their ids are those of the end events in the drawing");

    public static final Key<Text> CLOCK_TITLE = Key.<Text>optional("title", Bilingual.TITLE, "名称", "name")
            .otherwise("时限的名称", "the profile's title");
    public static final Key<Scalar> PROFILE = Key.required(
            "profile", Values.nameOf("时限标识", "id of a legal clock"), "按哪个法定时限", "the legal clock it runs by");
    public static final Key<Scalar> STARTS = Key.required("starts", EVENT, "起算的事件", "the event that starts it");
    public static final Key<List<Listed<Scalar>>> STOPS =
            Key.required("stops", ListOf.oneOrMore(EVENT), "止算的事件", "the events that end it");
    public static final Key<Map<Scalar, Listed<Scalar>>> SUSPENDS = Key.optional(
            "suspends",
            MapOf.named("事件", "event", Values.nameOf("事由标识", "id of a cause")),
            "使它中止的事件 → 事由",
            "events that suspend it → the cause");
    public static final Key<List<Listed<Scalar>>> RESUMES =
            Key.optional("resumes", ListOf.oneOrMore(EVENT), "使它恢复的事件", "events that let it run on");
    public static final Key<Integer> PROMISED = Key.optional(
            "promised", Numbers.small(1, 3660), "承诺天数，计日方式同法定时限", "days promised, counted as the legal limit");
    public static final Key<Scalar> EXPIRES = Key.optional(
            "expires",
            EVENT,
            "法定时限过后视为发生的动作，如逾期不告知视为受理；由它起算的计时自本计时起算之时起算",
            "the action that counts as done once the legal limit has passed; clocks that it starts count from this one's start");
    public static final Key<Boolean> AGAIN = Key.optional(
            "again",
            Values.FLAG,
            "止算后起算的事件再次发生时：`true` 另起一次计时，各次分别记；`false` 不再计时",
            "when its start happens again after it has ended: `true` starts another run, each with a ledger of its own; `false` does nothing");
    public static final Key<Map<Scalar, Listed<View>>> CLOCKS = Key.optional(
            "clocks",
            MapOf.declared(
                    "计时标识",
                    "clock id",
                    Form.of("流程的计时", "a clock of a process", CLOCK_TITLE, PROFILE, STARTS, STOPS, SUSPENDS, RESUMES, PROMISED, EXPIRES, AGAIN)),
            "计时，可有几个",
            "its clocks, as many as there are");

    public static final Form FORM = Form.of(
            "流程", "a process", TITLE, ABOUT, CONTENT, NUMBER, ROLES, ATTACHMENTS, APPLY, STEPS, RENAMED, DECISIONS, OUTCOMES, CLOCKS, Silence.KEY);

    public static final Construct CONSTRUCT = new Construct(
            "process",
            new Text("流程", "Process"),
            new Text(
                    "一件事从申请到办结：谁办、填什么、怎样计时。走向画在同名的 `.bpmn` 文件里（BPMN 2.0，任何标准建模工具都可以画）。"
                            + "顺序流上的条件用表达式书写，可用内容登记表的字段和 `action`（上一环节的动作）。",
                    "A matter from application to end: who does what, what is filled in, which clocks run. The way it takes"
                            + " is drawn in the `.bpmn` file of the same name (BPMN 2.0, by any standard modeller)."
                            + " Conditions on its flows are expressions over the content's fields and `action`, the action"
                            + " that finished the last step."),
            "processes/*.yaml",
            FORM,
            """
            title: { zh: 企业诉求办理, en: Enterprise requests }
            about: { zh: 企业提出诉求，园区受理，部门办理。, en: "An enterprise asks, the park accepts, a department handles." }
            content: request
            number: QYSQ
            roles:
              enterprise: { title: { zh: 企业, en: Enterprise }, account: applicant }
              steward: { title: { zh: 园区专员, en: Park steward }, account: clerk, unit_field: district }
            attachments:
              proof: { title: { zh: 证明材料, en: Proof }, kinds: [pdf, jpeg], megabytes: 10 }
            apply: { by: enterprise, form: [title, district, proof] }
            steps:
              accept:
                title: { zh: 受理, en: Accept }
                by: steward
                actions:
                  accept: { title: { zh: 受理, en: Accept } }
                  refuse: { title: { zh: 不予受理, en: Refuse }, reason: true }
            outcomes:
              done: { title: { zh: 办结, en: Closed } }
            clocks:
              handling: { profile: handling, starts: accept.accept, stops: end.done, promised: 5 }
            """,
            false);

    private ProcessForm() {}
}
