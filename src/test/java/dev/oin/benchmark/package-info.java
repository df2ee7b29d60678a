@NullMarked
package dev.oin.benchmark;

import org.jspecify.annotations.NullMarked;
