/// Plan 方案: focus 着力点 → measure 举措 → commitment 任务 → milestone 节点, with status and forecast from facts.
///
/// [Plans] reads, for the present and as of any past moment; [PlanEditing] makes a new version; [Baselines] freezes
/// and compares; [PlanWorkbook] lets a clerk edit; [StudyClasses] and [Comments] do what their names say. Nobody can
/// write a status: it is judged anew when facts, the plan or the day change.
@ApplicationModule(allowedDependencies = {"access", "audit", "register", "indicator"})
@NullMarked
package org.luoshi.plan;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
