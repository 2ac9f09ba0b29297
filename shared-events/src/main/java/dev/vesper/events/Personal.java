package dev.vesper.events;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks text that is about a person. It is sealed with that person's key before it is stored, and reads as null once
 * the key has been destroyed. The person is the event's aggregate, or the component marked {@link Subject}.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Personal {}
