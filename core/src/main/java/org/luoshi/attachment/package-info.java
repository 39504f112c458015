/// Attachments 附件: files that people give, judged by their content and kept whole.
///
/// [Attachments] takes a file in, or says why not, and gives it out again. What a file is about is its owner's business:
/// the module of processes ties files to cases.
@ApplicationModule(allowedDependencies = {"access"})
@NullMarked
package org.luoshi.attachment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
