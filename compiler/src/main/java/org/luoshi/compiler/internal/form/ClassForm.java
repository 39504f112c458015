package org.luoshi.compiler.internal.form;

import static org.luoshi.compiler.internal.form.FocusForm.CLAUSES;
import static org.luoshi.compiler.internal.form.FocusForm.ID;
import static org.luoshi.compiler.internal.form.PlanForms.FROM;
import static org.luoshi.compiler.internal.form.PlanForms.TITLE;
import static org.luoshi.compiler.internal.form.PlanForms.TO;
import static org.luoshi.compiler.internal.form.PlanForms.UNIT;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.luoshi.compiler.internal.shape.Bilingual;
import org.luoshi.compiler.internal.shape.Choice;
import org.luoshi.compiler.internal.shape.Days;
import org.luoshi.compiler.internal.shape.Form;
import org.luoshi.compiler.internal.shape.Key;
import org.luoshi.compiler.internal.shape.ListOf;
import org.luoshi.compiler.internal.shape.Listed;
import org.luoshi.compiler.internal.shape.OrNone;
import org.luoshi.compiler.internal.shape.Values;
import org.luoshi.compiler.internal.shape.View;
import org.luoshi.compiler.internal.yaml.Node.Scalar;
import org.luoshi.kernel.text.Text;
import org.luoshi.pack.StudyClass.SessionKind;

/// `classes/ID.yaml`.
public final class ClassForm {

    public static final Key<Optional<Scalar>> ORGANISER =
            Key.optional("organiser", new OrNone<>(UNIT, "null"), "主办单位", "the unit that organises it");

    public static final Key<Optional<LocalDate>> ON =
            Key.optional("on", new OrNone<>(Days.DAY, "null"), "日期", "the day");
    public static final Key<SessionKind> KIND = Key.required(
            "kind", Choice.of(SessionKind.class, "安排的类别", "a kind of session"), "辅导、自学、研讨或结业", "what it is");
    public static final Key<List<Listed<View>>> SESSIONS = Key.required(
            "sessions", ListOf.any(Form.of("读书班的一次安排", "a session", ID, ON, TITLE, KIND)), "各次安排", "its sessions");

    public static final Key<Optional<Scalar>> SESSION = Key.optional(
            "session", new OrNone<>(Values.nameOf("安排的标识", "id of a session"), "null"), "在哪一次", "at which session");
    public static final Key<Scalar> SPEAKER = Key.required("unit", UNIT, "哪个单位", "the unit that says it");
    public static final Key<Text> GIST = Key.required(
            "gist", Bilingual.PROSE, "大意，用自己的话，不写人名", "the gist in our own words, without a person's name");
    public static final Key<List<Listed<Scalar>>> COMMITMENTS = Key.optional(
            "commitments",
            ListOf.distinct(Values.nameOf("任务的标识", "id of a commitment")),
            "由此形成的任务",
            "the commitments that came of it");
    public static final Key<List<Listed<View>>> STATEMENTS = Key.required(
            "statements",
            ListOf.any(Form.of("发言", "a statement", ID, SESSION, SPEAKER, GIST, CLAUSES, COMMITMENTS)),
            "各单位的发言",
            "what units said");

    public static final Form FORM =
            Form.of("读书班", "a study class", TITLE, FROM, TO, ORGANISER, SESSIONS, STATEMENTS, Silence.KEY);

    public static final Construct CONSTRUCT = new Construct(
            "class",
            new Text("读书班", "Study class"),
            new Text("安排、各单位的发言，以及由此形成的任务。", "Sessions, what units said, and the commitments that came of it."),
            "classes/*.yaml",
            FORM,
            """
            title: { zh: 三天读书班, en: Three days of study }
            from: 2024-12-18
            to: 2024-12-20
            organiser: chengdu
            sessions:
              - { id: discussion, on: 2024-12-19, title: { zh: 分组研讨, en: Discussion }, kind: discussion }
            statements:
              - id: chenghua_projects
                session: discussion
                unit: chenghua
                gist: { zh: 要让一批项目开工, en: Projects are to be started }
                clauses: [c002]
                commitments: [chenghua_start_projects]
            """,
            true);

    private ClassForm() {}
}
