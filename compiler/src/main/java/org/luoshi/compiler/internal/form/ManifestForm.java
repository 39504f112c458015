package org.luoshi.compiler.internal.form;

import java.util.Map;
import org.luoshi.compiler.internal.shape.Bilingual;
import org.luoshi.compiler.internal.shape.Form;
import org.luoshi.compiler.internal.shape.Key;
import org.luoshi.compiler.internal.shape.Listed;
import org.luoshi.compiler.internal.shape.MapOf;
import org.luoshi.compiler.internal.shape.Values;
import org.luoshi.compiler.internal.shape.Version;
import org.luoshi.compiler.internal.shape.VersionRange;
import org.luoshi.compiler.internal.yaml.Node.Scalar;
import org.luoshi.kernel.text.Text;

/// `pack.yaml`.
public final class ManifestForm {

    public static final Key<Text> TITLE = Key.required("title", Bilingual.TITLE, "包的名称", "name of the pack");
    public static final Key<Text> SUMMARY =
            Key.optional("summary", Bilingual.PROSE, "这个包做什么，一两句话", "what the pack does, in a sentence or two");
    public static final Key<Version> VERSION =
            Key.required("version", Values.VERSION, "包的版本，三个数字", "version of the pack, three numbers");
    public static final Key<VersionRange> LUOSHI =
            Key.required("luoshi", Values.VERSION_RANGE, "需要的落实版本", "version of Luoshi it needs");
    public static final Key<Map<Scalar, Listed<VersionRange>>> DEPENDS = Key.optional(
            "depends",
            MapOf.named("包", "pack", Values.VERSION_RANGE),
            "用到的其他包及其版本范围；只有写在这里的包才能引用",
            "other packs it uses, with version ranges; only packs named here may be referred to");
    public static final Key<Boolean> CITY = Key.<Boolean>optional(
                    "city",
                    Values.FLAG,
                    "是否城市包：唯一可以有单位、日历、示意图和计划的包",
                    "whether it is the city pack: the only one with units, calendars, a map and a plan")
            .otherwise("false", "false");
    public static final Key<Boolean> SYNTHETIC = Key.<Boolean>optional(
                    "synthetic_samples",
                    Values.FLAG,
                    "样例数据是编造的；凡显示处都注明",
                    "sample records are made up; labelled so wherever shown")
            .otherwise("false", "false");

    public static final Form FORM = Form.of(
            "`pack.yaml`", "`pack.yaml`", TITLE, SUMMARY, VERSION, LUOSHI, DEPENDS, CITY, SYNTHETIC, Silence.KEY);

    public static final Construct CONSTRUCT = new Construct(
            "pack",
            new Text("包", "Pack"),
            new Text(
                    "一个包是一个文件夹，声明一个城市系统；文件夹名就是包的标识。一个文件声明一项，文件名就是它的标识。",
                    "A pack is a folder that declares one city system; the folder's name is the pack's id. One file"
                            + " declares one thing and is named after it."),
            "pack.yaml",
            FORM,
            """
            title: { zh: 产业园区, en: Industrial parks }
            version: 1.0.0
            luoshi: ">=0.1"
            depends: { plan_follow_up: ">=1.0" }
            synthetic_samples: true
            summary:
              zh: 园区与项目从线索到升规入统的登记和指标
              en: Parks, and projects from lead to statistics
            """,
            false);

    private ManifestForm() {}
}
