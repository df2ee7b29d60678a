package dev.oin.sandbox;

import dev.oin.kernel.Protocol;

/**
 * An instance that the submission needs (testing-rules 2).
 *
 * @param protocol what it has to speak
 * @param kind which configuration it has to stand for
 */
public record RequiredInstance(Protocol protocol, Instance.Kind kind) {}
