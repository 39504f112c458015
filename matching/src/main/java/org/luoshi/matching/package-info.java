/// Matching 匹配: ranks texts by what they share with a given one, and says what that is.
///
/// Computing code: no database, no clock, no randomness. Nothing here decides; a person confirms or rejects.
@NullMarked
package org.luoshi.matching;

import org.jspecify.annotations.NullMarked;
