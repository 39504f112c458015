package org.luoshi.compiler.internal.mistake;

import java.util.List;

/// LP13: what cases carry with them, attachments from 1300, certificates from 1310, meetings from 1315.
public final class AttachmentMistakes {

    private static final Mistake.Shelf SHELF = new Mistake.Shelf();

    public static final Mistake NAME_OF_A_FIELD = SHELF.error(
                    1300,
                    "附件 `{name}` 与登记表 `{entity}` 的字段同名，`form` 里分不清",
                    "the attachment `{name}` has the name of a field of `{entity}`, so a `form` could mean either")
            .other("字段在这里", "the field is here")
            .help("给附件改名", "rename the attachment")
            .end();
    public static final Mistake NEVER_ASKED = SHELF.error(
                    1301, "附件 `{name}` 不在任何 `form` 里，谁也附不上", "the attachment `{name}` is in no `form`, so nobody could attach it")
            .help("把它放进申请或某个环节的 `form`，或删去它", "put it into the `form` of the application or of a step, or delete it")
            .end();
    public static final Mistake REQUIRED_NOT_ASKED = SHELF.error(
                    1302,
                    "附件 `{name}` 申请时须附上，却不在申请的 `form` 里",
                    "the attachment `{name}` is required of an application but not in its `form`")
            .other("申请的 `form` 在这里", "the application's `form` is here")
            .help("把它放进 `apply` 的 `form`，或去掉 `required`，在环节的 `needed` 里要它", "put it into the `form` of `apply`; or take `required` away and ask for it in the `needed` of a step")
            .end();

    public static final Mistake UNKNOWN_SLOT = SHELF.error(
                    1310, "证书正文里的 `{{slot}}` 不是登记表 `{entity}` 的字段", "`{{slot}}` in the text of the certificate is no field of `{entity}`")
            .note("字段：{members}", "fields: {members}")
            .help("是不是 `{{meant}}`？", "did you mean `{{meant}}`?")
            .end();
    public static final Mistake UNLIKE_SLOTS = SHELF.error(
                    1311, "`{{slot}}` 只在证书正文的一种语言里，两种语言说的不一样", "`{{slot}}` is in one language of the certificate's text only, so the two do not say the same")
            .end();
    public static final Mistake NOT_A_DAY = SHELF.error(
                    1312, "`valid_until` 须指一个类型为 `date` 的字段，`{field}` 的类型是 `{type}`", "`valid_until` must name a field of type `date`; `{field}` is of type `{type}`")
            .other("字段在这里", "the field is here")
            .end();
    public static final Mistake TWO_ENDS = SHELF.error(
                    1313, "`valid_days` 与 `valid_until` 只能写一个", "a certificate has either `valid_days` or `valid_until`")
            .other("`valid_until` 在这里", "`valid_until` is here")
            .help("删去一个", "delete one of them")
            .end();

    public static final Mistake NOT_A_TIME = SHELF.error(
                    1315, "`at` 须指一个类型为 `moment` 的字段，`{field}` 的类型是 `{type}`", "`at` must name a field of type `moment`; `{field}` is of type `{type}`")
            .other("字段在这里", "the field is here")
            .end();

    private AttachmentMistakes() {}

    static List<Mistake> all() {
        return SHELF.mistakes();
    }
}
