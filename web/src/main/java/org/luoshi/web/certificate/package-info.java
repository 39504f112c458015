/// Certificates: as a page to print, as PDF, and the public page that says whether one is genuine.
@NullMarked
package org.luoshi.web.certificate;

import org.jspecify.annotations.NullMarked;
