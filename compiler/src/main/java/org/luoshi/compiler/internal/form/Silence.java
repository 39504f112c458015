package org.luoshi.compiler.internal.form;

import java.util.List;
import org.luoshi.compiler.internal.shape.Bilingual;
import org.luoshi.compiler.internal.shape.Form;
import org.luoshi.compiler.internal.shape.Key;
import org.luoshi.compiler.internal.shape.ListOf;
import org.luoshi.compiler.internal.shape.Listed;
import org.luoshi.compiler.internal.shape.Values;
import org.luoshi.compiler.internal.shape.View;
import org.luoshi.compiler.internal.yaml.Node.Scalar;
import org.luoshi.kernel.text.Text;

/// `silence`: advice that does not apply to this file, each with its reason.
public final class Silence {

    public static final Key<Scalar> CODE = Key.required(
            "code", Values.nameOf("建议的代码，如 `LP0121`", "the code of an advice such as `LP0121`"), "代码", "its code");
    public static final Key<Text> REASON =
            Key.required("reason", Bilingual.PROSE, "为什么在这里不适用", "why it does not apply here");
    public static final Key<List<Listed<View>>> KEY = Key.optional(
            "silence",
            ListOf.some(Form.of("`silence` 的一项", "a member of `silence`", CODE, REASON)),
            "本文件里不再提的建议，各附理由",
            "advice not to be repeated for this file, each with its reason");

    private Silence() {}
}
