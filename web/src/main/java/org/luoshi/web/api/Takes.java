package org.luoshi.web.api;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// The query parameters of an operation under `/api`. Any other is refused, and the description lists just these; `asof`
/// and `lang` are taken by every operation.
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Takes {

    ApiParameter[] value() default {};

    /// Whether properties of what is asked for are parameters too; the operation itself refuses those that are none.
    boolean properties() default false;
}
