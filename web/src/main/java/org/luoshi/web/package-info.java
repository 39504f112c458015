/// Web: the pages, server-rendered, foldered by core module. Each page is a controller, a view record and a
/// template of the same name under `src/main/jte`.
@NullMarked
package org.luoshi.web;

import org.jspecify.annotations.NullMarked;
