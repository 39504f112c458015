/// The command line: finding the command, reading its arguments, saying what went wrong.
@NullMarked
package org.luoshi.app.command;

import org.jspecify.annotations.NullMarked;
