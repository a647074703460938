package dev.trunkline.system.kit;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The case shows that the verb works which is its display name. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@interface Answers {}
