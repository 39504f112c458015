package org.luoshi.compiler.internal.form;

import org.luoshi.compiler.internal.shape.Bilingual;
import org.luoshi.compiler.internal.shape.Form;
import org.luoshi.compiler.internal.shape.Key;
import org.luoshi.compiler.internal.shape.Quantity;
import org.luoshi.compiler.internal.shape.Values;
import org.luoshi.kernel.measure.UnitOfMeasure;
import org.luoshi.kernel.text.Text;

/// `observed/ID.yaml`.
public final class ObservedForm {

    public static final Key<Text> TITLE = Key.required("title", Bilingual.TITLE, "测的是什么", "what is measured");
    public static final Key<UnitOfMeasure> UNIT =
            Key.required("unit", Values.MEASURE, "读数的计量单位", "unit of measure of every reading");
    public static final Key<Quantity> LEAST = Key.required(
            "least",
            Quantity.SHAPE,
            "这类传感器能报的最小值；更小的是故障，不作读数",
            "the least that such a sensor can report; what is below is a fault and no reading");
    public static final Key<Quantity> MOST = Key.required(
            "most", Quantity.SHAPE, "能报的最大值；更大的是故障", "the most that it can report; what is above is a fault");

    public static final Form FORM = Form.of("观测属性", "an observed property", TITLE, UNIT, LEAST, MOST, Silence.KEY);

    public static final Construct CONSTRUCT = new Construct(
            "observed",
            new Text("观测属性", "Observed property"),
            new Text(
                    "一类传感器测什么、以什么单位计、能报多大的数。预警规则按它核对单位。",
                    "What sensors of one kind measure, in which unit, and how much they can report. Warning rules are"
                            + " checked against it."),
            "observed/*.yaml",
            FORM,
            """
            title: { zh: 供水管网压力, en: Pressure in water mains }
            unit: MPa
            least: 0 MPa
            most: 2.5 MPa
            """,
            false);

    private ObservedForm() {}
}
