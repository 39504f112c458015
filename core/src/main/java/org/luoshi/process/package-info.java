/// Processes 流程: cases that move from step to step on legal clocks.
///
/// [Cases] applies for one and moves it, [Tasks] says what is to be done by whom, [Processes] which processes there are.
/// A transition is one transaction: the engine's decision what comes next, the tasks, the content's record, the clocks'
/// ledgers, the history and the audit entry are written together or not at all.
@ApplicationModule(allowedDependencies = {"access", "audit", "attachment", "register"})
@NullMarked
package org.luoshi.process;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
