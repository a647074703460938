package dev.trunkline.system;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** A class of tests at the shared gateway: beside those that have one of their own, but never beside each other, since they share its agents. */
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(SharedSite.class)
@Execution(ExecutionMode.SAME_THREAD)
@interface OnSharedSite {}
