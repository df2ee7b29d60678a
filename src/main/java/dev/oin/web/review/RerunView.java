package dev.oin.web.review;

import dev.oin.checks.SuiteName;
import dev.oin.sandbox.Instance;
import java.util.List;

/** What can be run again in QA. */
record RerunView(List<SuiteName> suites, List<Instance> instances) {}
