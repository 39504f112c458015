/// The pages as people use them: a real server with the demonstration, a real browser, an accessibility scan.
@NullMarked
package org.luoshi.app.browser;

import org.jspecify.annotations.NullMarked;
