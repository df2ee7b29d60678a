/** The three expression dialects: parser, syntax tree, evaluator. */
@NamedInterface("expression")
@NullMarked
package dev.oin.submission.expression;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
