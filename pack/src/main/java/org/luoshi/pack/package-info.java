/// The compiled pack: what a folder of YAML becomes once every mistake has been told.
///
/// Values only; nothing here reads files, talks to a database or knows the time. The compiler makes
/// these, every other module reads them.
@NullMarked
package org.luoshi.pack;

import org.jspecify.annotations.NullMarked;
