/** The glue between our sign-in and Camunda's web applications. */
@NullMarked
package dev.oin.workflow.webapp;

import org.jspecify.annotations.NullMarked;
