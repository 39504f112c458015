/// Measures the built program from outside: one question a class, results as dated Markdown.
@NullMarked
package org.luoshi.bench;

import org.jspecify.annotations.NullMarked;
