package org.luoshi.compiler.internal.mistake;

import java.util.List;

/// LP10: legal clocks, processes and their drawings. Drawings 1001–1029, processes 1030–1069, clocks from 1070.
public final class ProcessMistakes {

    private static final Mistake.Shelf SHELF = new Mistake.Shelf();

    public static final Mistake BAD_XML = SHELF.error(
                    1001, "从这里起不是 XML", "from here on this is not XML")
            .help("用建模工具重新导出 BPMN 2.0 文件", "export the BPMN 2.0 file from the modeller again")
            .end();
    public static final Mistake DOCTYPE = SHELF.error(
                    1002, "BPMN 文件不能有 `<!DOCTYPE`", "a BPMN file must not have a `<!DOCTYPE`")
            .note("文档类型可以引入包外的文件，所以不读", "a document type can bring in files from outside the pack, so it is not read")
            .help("删去它", "delete it")
            .end();
    public static final Mistake NOT_ONE_PROCESS = SHELF.error(
                    1003, "BPMN 文件里有 {count} 个流程，须恰好一个", "the BPMN file has {count} processes; it must have exactly one")
            .end();
    public static final Mistake NOT_RUN = SHELF.error(
                    1004, "图中有 `{element}`，这里不执行这种元素", "the drawing has a `{element}`, which is not run here")
            .note(
                    "可以画：开始和结束事件、用户任务、业务规则任务、排他、包容和并行网关、顺序流；时间由法定时限管，计算由表达式做",
                    "what can be drawn: start and end events, user tasks, business rule tasks, exclusive, inclusive and parallel gateways,"
                            + " sequence flows; time is the legal clocks' business, computing that of expressions")
            .end();
    public static final Mistake NO_ID = SHELF.error(1005, "`{element}` 没有 id", "the `{element}` has no id")
            .end();
    public static final Mistake ELEMENT_TWICE = SHELF.error(
                    1006, "图中有两个元素的 id 是 `{id}`", "two elements of the drawing have the id `{id}`")
            .other("另一个在这里", "the other one is here")
            .end();
    public static final Mistake NO_DRAWING = SHELF.error(
                    1007, "流程 `{process}` 没有图", "the process `{process}` has no drawing")
            .help("把 `{meant}` 放在它旁边", "put `{meant}` beside it")
            .end();
    public static final Mistake NO_DECLARATION = SHELF.error(
                    1008, "图 `{name}` 没有流程", "there is no process for the drawing `{name}`")
            .help("写 `{meant}`，说明谁做哪一步", "write `{meant}`, which says who does what")
            .end();
    public static final Mistake STEP_NOT_DECLARED = SHELF.error(
                    1009, "用户任务 `{id}` 没有对应的环节", "the user task `{id}` has no step")
            .note("环节：{members}", "steps: {members}")
            .help("在 `steps` 里写它，或在图中把 id 改为 `{meant}`", "declare it under `steps`, or change its id in the drawing to `{meant}`")
            .other("环节写在这里", "the steps are here")
            .end();
    public static final Mistake STEP_NOT_DRAWN = SHELF.error(
                    1010, "环节 `{id}` 不在图中", "the step `{id}` is not in the drawing")
            .note("图中的用户任务：{members}", "user tasks drawn: {members}")
            .end();
    public static final Mistake OUTCOME_NOT_DECLARED = SHELF.error(
                    1011, "结束事件 `{id}` 没有对应的结果", "the end event `{id}` has no outcome")
            .note("结果：{members}", "outcomes: {members}")
            .help("在 `outcomes` 里写它，或在图中把 id 改为 `{meant}`", "declare it under `outcomes`, or change its id in the drawing to `{meant}`")
            .other("结果写在这里", "the outcomes are here")
            .end();
    public static final Mistake OUTCOME_NOT_DRAWN = SHELF.error(
                    1012, "结果 `{id}` 不在图中", "the outcome `{id}` is not in the drawing")
            .note("图中的结束事件：{members}", "end events drawn: {members}")
            .end();
    public static final Mistake NOT_ONE_START = SHELF.error(
                    1013, "图中有 {count} 个开始事件，须恰好一个", "the drawing has {count} start events; it must have exactly one")
            .end();
    public static final Mistake LOOSE_FLOW = SHELF.error(
                    1014, "顺序流 `{id}` 没有接到图中的元素上", "the sequence flow `{id}` does not join elements of the drawing")
            .end();
    public static final Mistake UNREACHABLE = SHELF.error(
                    1015, "从开始走不到 `{id}`", "`{id}` cannot be reached from the start")
            .end();
    public static final Mistake NO_WAY_OUT = SHELF.error(
                    1016, "从 `{id}` 走不到任何结束事件", "no end event can be reached from `{id}`")
            .end();
    public static final Mistake NO_DEFAULT = SHELF.error(
                    1017, "网关 `{id}` 没有默认顺序流", "the gateway `{id}` has no default flow")
            .note("条件都不成立时，办件无路可走", "where no condition holds, a case would have nowhere to go")
            .help("在建模工具里把一条出线设为默认", "make one of its outgoing flows the default in the modeller")
            .end();
    public static final Mistake NO_CONDITION = SHELF.error(
                    1018, "网关 `{gateway}` 的出线 `{id}` 没有条件，也不是默认", "the flow `{id}` out of the gateway `{gateway}` has no condition and is not the default")
            .end();
    public static final Mistake IDLE_CONDITION = SHELF.error(
                    1019, "`{id}` 上的条件不起作用：它不是从选择的网关出来的", "the condition on `{id}` decides nothing: it does not come out of a gateway that chooses")
            .help("在任务后面画一个排他网关", "draw an exclusive gateway after the task")
            .end();
    public static final Mistake SEVERAL_WAYS = SHELF.error(
                    1020, "`{id}` 有 {count} 条出线，只有网关可以分叉", "`{id}` has {count} flows out of it; only gateways may fork")
            .end();

    public static final Mistake BAD_ELEMENT_ID = SHELF.error(
                    1021, "`{id}` 不能作元素的 id", "`{id}` cannot be the id of an element")
            .note(
                    "id 以字母或下划线开头，只用字母、数字、下划线、点和连字符",
                    "an id begins with a letter or underscore and has letters, digits, underscores, dots and hyphens")
            .end();

    public static final Mistake UNKNOWN_ROLE = SHELF.error(1030, "没有角色 `{name}`", "there is no role `{name}`")
            .note("角色：{members}", "roles: {members}")
            .help("是不是 `{meant}`？", "did you mean `{meant}`?")
            .end();
    public static final Mistake ROLE_WITHOUT_UNIT = SHELF.error(
                    1031, "角色 `{role}` 没有说明由哪个单位的账号担任", "the role `{role}` does not say which unit's accounts play it")
            .help("写 `unit_field` 或 `unit` 之一", "write either `unit_field` or `unit`")
            .end();
    public static final Mistake APPLICANT_WITH_UNIT = SHELF.error(
                    1032, "申请人没有单位：`{role}` 不能写 `unit_field` 或 `unit`", "an applicant has no unit: `{role}` cannot have `unit_field` or `unit`")
            .end();
    public static final Mistake NO_UNIT_IN_FIELD = SHELF.error(
                    1033, "`unit_field` 须指一个类型为 `unit` 的字段，`{field}` 的类型是 `{type}`", "`unit_field` must name a field of type `unit`; `{field}` is of type `{type}`")
            .other("字段在这里", "the field is here")
            .end();
    public static final Mistake APPLIED_BY_OTHERS = SHELF.error(
                    1034, "申请由 `account: applicant` 的角色提出，`{role}` 不是", "an application is made by a role with `account: applicant`; `{role}` is another")
            .end();
    public static final Mistake UNKNOWN_EVENT = SHELF.error(1035, "没有事件 `{name}`", "there is no event `{name}`")
            .note("可选：{members}", "choose from {members}")
            .help("是不是 `{meant}`？", "did you mean `{meant}`?")
            .end();
    public static final Mistake UNKNOWN_CLOCK = SHELF.error(1036, "没有法定时限 `{name}`", "there is no legal clock `{name}`")
            .note("包 `{pack}` 的法定时限：{members}", "legal clocks of pack `{pack}`: {members}")
            .help("是不是 `{meant}`？", "did you mean `{meant}`?")
            .end();
    public static final Mistake UNKNOWN_CAUSE = SHELF.error(
                    1037, "时限 `{clock}` 没有中止事由 `{name}`", "the clock `{clock}` has no cause of suspension `{name}`")
            .note("事由：{members}", "causes: {members}")
            .help("是不是 `{meant}`？", "did you mean `{meant}`?")
            .other("事由写在这里", "its causes are here")
            .end();
    public static final Mistake PROMISE_TOO_LONG = SHELF.error(
                    1038, "承诺 {promised} 天，超过法定的 {legal} 天", "{promised} days are promised, more than the {legal} of the law")
            .other("法定时限在这里", "the legal limit is here")
            .end();
    public static final Mistake NEEDED_NOT_ASKED = SHELF.error(
                    1039, "`{field}` 须填写，却不在这个环节的 `form` 里", "`{field}` is needed but not in the `form` of this step")
            .end();
    public static final Mistake CONTENT_WITHOUT_UNIT = SHELF.error(
                    1040, "内容登记表 `{entity}` 没有必填的单位字段，不知道办件归谁", "the content `{entity}` has no required unit field, so whose a case is cannot be told")
            .other("登记表在这里", "the entity is here")
            .end();
    public static final Mistake CONTENT_TAKEN = SHELF.error(
                    1041, "登记表 `{entity}` 已是流程 `{process}` 的内容", "the entity `{entity}` is already the content of the process `{process}`")
            .other("那个流程在这里", "that process is here")
            .end();
    public static final Mistake CASE_REGISTER_TAKEN = SHELF.error(
                    1042, "流程 `{process}` 的办件登记表叫 `{name}`，这个名字已有登记表用了", "the register of the cases of `{process}` is called `{name}`, and there is an entity of that name")
            .other("那张登记表在这里", "that entity is here")
            .help("给流程或登记表改名", "rename the process or the entity")
            .end();
    public static final Mistake BAD_PREFIX = SHELF.error(
                    1043, "`{word}` 不能作编号前缀", "`{word}` cannot be a prefix of numbers")
            .note("前缀是 2 至 8 个大写字母", "a prefix has 2 to 8 capital letters")
            .help("写成 `{meant}`", "write `{meant}`")
            .end();
    public static final Mistake PREFIX_TAKEN = SHELF.error(
                    1044, "前缀 `{word}` 已由流程 `{process}` 使用", "the prefix `{word}` is used by the process `{process}` already")
            .other("在这里", "it is here")
            .end();
    public static final Mistake NEVER_FILLED = SHELF.error(
                    1045, "必填字段 `{field}` 不在申请的 `form` 里，申请永远交不了", "the required field `{field}` is not in the application's `form`, so nobody could ever apply")
            .other("字段在这里", "the field is here")
            .help("把它放进 `apply` 的 `form`，或让它可以空着", "put it into the `form` of `apply`, or let it be empty")
            .end();

    public static final Mistake EXPIRY_NEEDS = SHELF.error(
                    1046, "`{event}` 要人填写字段，不能视为发生", "`{event}` needs fields filled in, so it cannot count as done by itself")
            .end();
    public static final Mistake AUTOMATIC_NEVER = SHELF.error(
                    1047, "`{event}` 只由时限届满触发，却没有计时以它届满", "only the passing of a limit does `{event}`, and no clock names it")
            .help("在某个计时写 `expires: {event}`，或去掉 `automatic`", "write `expires: {event}` on a clock, or take `automatic` away")
            .end();
    public static final Mistake RESERVED_ASKED = SHELF.error(
                    1060, "`{field}` 只由核验人填写，流程的 `form` 不能收", "only a verifier sets `{field}`, so no `form` of a process can ask for it")
            .note("流程的环节由谁办理，由流程自己规定", "who decides in a process is said by its steps")
            .other("字段在这里", "the field is here")
            .help("去掉字段的 `set_by`，或不在这里收它", "take `set_by` from the field, or do not ask for it here")
            .end();

    public static final Mistake UNKNOWN_STEP = SHELF.error(1061, "没有环节 `{name}`", "there is no step `{name}`")
            .note("环节：{members}", "steps: {members}")
            .help("是不是 `{meant}`？", "did you mean `{meant}`?")
            .end();
    public static final Mistake NOT_BY_ITSELF = SHELF.error(
                    1062, "环节 `{step}` 不能回避自己", "the step `{step}` cannot bar those who did it from doing it again")
            .note("退回重办时，原来的人就不能再办了", "sent back, it could not be done again by those who know it")
            .end();
    public static final Mistake RENAMED_STILL_THERE = SHELF.error(
                    1063, "`{step}` 还是一个环节，不能又被取代", "`{step}` is still a step, so nothing takes its place")
            .help("去掉这一行，或改环节的标识", "delete this line, or rename the step")
            .end();
    public static final Mistake TERMS_OVERLAP = SHELF.error(
                    1070, "两段规则的时间重叠", "two sets of terms are in force at the same time")
            .other("另一段在这里", "the other one is here")
            .end();
    public static final Mistake TERMS_END_EARLY = SHELF.error(1071, "{to} 不晚于 {from}", "{to} is not after {from}")
            .other("起日在这里", "it begins here")
            .end();

    private ProcessMistakes() {}

    static List<Mistake> all() {
        return SHELF.mistakes();
    }
}
