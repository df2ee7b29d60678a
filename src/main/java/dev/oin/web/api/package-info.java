/** The REST API v1. */
@NullMarked
package dev.oin.web.api;

import org.jspecify.annotations.NullMarked;
