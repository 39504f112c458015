/// Processes 流程 as packs declare them: who does which step of a case, what is asked there, which legal clocks run.
///
/// Only what the compiler has checked is here; a file drawn by a modeller never reaches the engine itself.
@NullMarked
package org.luoshi.pack.process;

import org.jspecify.annotations.NullMarked;
