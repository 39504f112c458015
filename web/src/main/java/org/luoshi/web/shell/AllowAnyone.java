package org.luoshi.web.shell;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// The rule of an endpoint that is open before signing in: the log-in page, the error page, and the page on which whoever
/// holds a certificate asks whether it is genuine; nothing else.
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface AllowAnyone {}
