/// Feature: registers and figures as OGC API Features, so that QGIS and its like open them.
@NullMarked
package org.luoshi.web.feature;

import org.jspecify.annotations.NullMarked;
