package dev.oin.submission;

import org.springframework.stereotype.Component;

/** The rules that hold for what the fields mean. */
@Component
record Rulebook(FieldRules fields, VariableRules variables) {}
