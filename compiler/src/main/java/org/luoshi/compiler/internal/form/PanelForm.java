package org.luoshi.compiler.internal.form;

import java.util.Map;
import org.luoshi.compiler.internal.shape.Form;
import org.luoshi.compiler.internal.shape.Key;
import org.luoshi.compiler.internal.shape.Listed;
import org.luoshi.compiler.internal.shape.MapOf;
import org.luoshi.compiler.internal.shape.Numbers;
import org.luoshi.compiler.internal.shape.Shape;
import org.luoshi.compiler.internal.shape.Values;
import org.luoshi.compiler.internal.yaml.Node.Scalar;

/// The `panel` of a step in `processes/ID.yaml`.
public final class PanelForm {

    private static final int MOST_MEMBERS = 199;

    private static final Shape<Scalar> ACTION = Values.nameOf("动作标识", "id of an action");
    private static final Shape<Scalar> SHARE = Values.nameOf("比例，如 `2/3`、`>1/2`", "a share such as `2/3` or `>1/2`");

    public static final Key<Scalar> MEMBERS = Key.required(
            "members", Values.nameOf("角色标识", "id of a role"), "哪个角色的账号可以当委员", "the role whose accounts can be seated");
    public static final Key<Integer> LEAST = Key.required(
            "least", Numbers.small(1, MOST_MEMBERS), "至少几名委员能表决，回避的不算", "fewest members who can vote, recused ones not counted");
    public static final Key<Boolean> ODD = Key.optional("odd", Values.FLAG, "委员须为单数", "the number seated must be odd");
    public static final Key<Scalar> QUORUM = Key.required(
            "quorum", SHARE, "投票人数占能表决的委员的比例", "share of the members who can vote that must vote");
    public static final Key<Scalar> MAJORITY = Key.required(
            "majority", SHARE, "同意占投票人数的比例，弃权计入投票人数", "share of those voting that must be in favour, abstentions being votes");
    public static final Key<Boolean> SECRET = Key.optional(
            "secret", Values.FLAG, "无记名，谁投了什么不留记录", "nothing records who voted what");
    public static final Key<Boolean> DEPUTIES = Key.optional(
            "deputies", Values.FLAG, "委员不在时代办人可以代投", "the deputy of a member who is away may vote for him");
    public static final Key<Scalar> PASSES = Key.optional(
            "passes", ACTION, "通过时由计票触发的动作；不写则只是意见", "the action that a majority does; without it the vote is advice");
    public static final Key<Scalar> FAILS =
            Key.optional("fails", ACTION, "未通过时由计票触发的动作", "the action that any other result does");
    public static final Key<Map<Scalar, Listed<Scalar>>> INTO = Key.optional(
            "into",
            MapOf.named("所计的数", "what is counted", Values.nameOf("字段标识", "id of a field")),
            "`seated`、`recused`、`attended`、`voting`、`in_favour`、`against`、`abstained`、`result`、`counted_on` → 记入内容的哪个字段",
            "`seated`, `recused`, `attended`, `voting`, `in_favour`, `against`, `abstained`, `result`, `counted_on` → the content's field that keeps it");

    static final Form FORM = Form.of(
            "评审组", "a panel", MEMBERS, LEAST, ODD, QUORUM, MAJORITY, SECRET, DEPUTIES, PASSES, FAILS, INTO);

    private PanelForm() {}
}
