/// Shell: what every page shares: language, theme, as-of moment, navigation, messages, errors.
@NullMarked
package org.luoshi.web.shell;

import org.jspecify.annotations.NullMarked;
