package org.luoshi.compiler.internal.form;

import java.util.List;
import org.luoshi.compiler.internal.shape.Bilingual;
import org.luoshi.compiler.internal.shape.Choice;
import org.luoshi.compiler.internal.shape.Form;
import org.luoshi.compiler.internal.shape.Key;
import org.luoshi.compiler.internal.shape.ListOf;
import org.luoshi.compiler.internal.shape.Listed;
import org.luoshi.compiler.internal.shape.Numbers;
import org.luoshi.compiler.internal.shape.Values;
import org.luoshi.compiler.internal.shape.View;
import org.luoshi.compiler.internal.yaml.Node.Scalar;
import org.luoshi.kernel.text.Text;
import org.luoshi.kernel.unit.UnitKind;
import org.luoshi.pack.Dashboard.Kind;

/// `dashboards/ID.yaml`.
public final class DashboardForm {

    public static final Key<Text> TITLE = Key.required("title", Bilingual.TITLE, "名称", "name");
    public static final Key<Kind> KIND =
            Key.required("kind", Choice.of(Kind.class, "图块类型", "a kind of tile"), "怎样显示", "how it is shown");
    public static final Key<Scalar> INDICATOR =
            Key.required("indicator", Values.nameOf("指标的标识", "id of an indicator"), "显示哪个指标", "the indicator shown");
    public static final Key<UnitKind> PER = Key.optional(
            "per", Choice.of(UnitKind.class, "单位类别", "a kind of unit"), "比较哪一类单位", "the kind of unit compared");
    public static final Key<Text> TILE_TITLE = Key.<Text>optional("title", Bilingual.TITLE, "图块标题", "title of the tile")
            .otherwise("指标的名称", "the indicator's title");
    public static final Key<Integer> COLUMNS = Key.<Integer>optional(
                    "columns", Numbers.small(1, 12), "宽度，全宽为 12", "width out of 12")
            .otherwise("4", "4");
    public static final Key<List<Listed<View>>> TILES = Key.required(
            "tiles",
            ListOf.some(Form.of("图块", "a tile", KIND, INDICATOR, PER, TILE_TITLE, COLUMNS)),
            "图块，按先后排列",
            "the tiles, in order");

    public static final Form FORM = Form.of("看板", "a dashboard", TITLE, TILES, Silence.KEY);

    public static final Construct CONSTRUCT = new Construct(
            "dashboard",
            new Text("看板", "Dashboard"),
            new Text("一页图块，每块显示一个指标。", "A page of tiles, each showing one indicator."),
            "dashboards/*.yaml",
            FORM,
            """
            title: { zh: 项目推进, en: Projects }
            tiles:
              - { kind: number, indicator: projects_started, per: city, columns: 3 }
              - { kind: ranking, indicator: projects_started, per: district, columns: 9 }
            """,
            false);

    private DashboardForm() {}
}
