package dev.vesper.simulation.rewriting;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On a static method: it is called instead of the method of the same name and parameters of this class or its heirs. In place
 * of an instance's method it takes the instance first.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface InsteadOf {
    Class<?> value();

    /** Whether it stands for the constructor with these parameters. */
    boolean constructor() default false;
}
