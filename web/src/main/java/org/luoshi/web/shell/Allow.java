package org.luoshi.web.shell;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.luoshi.access.Permission;

/// The rule of an endpoint: what the viewer must be permitted, in some unit at least, to reach it.
///
/// Which rows are shown or changed is narrowed further by unit, in the module that owns them. An endpoint with
/// neither this nor [AllowAnyone] is never reached.
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Allow {

    /// One of these is enough.
    Permission[] value();
}
