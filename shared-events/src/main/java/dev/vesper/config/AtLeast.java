package dev.vesper.config;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The least that a number may be, in the key's own unit. Without it a number must be at least 1, and a duration longer
 * than nothing; {@code @AtLeast(0)} on a duration allows nothing.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface AtLeast {
    long value();
}
