/// Build-time only: Java for the tables that the migrations make.
@NullMarked
package org.luoshi.codegen;

import org.jspecify.annotations.NullMarked;
