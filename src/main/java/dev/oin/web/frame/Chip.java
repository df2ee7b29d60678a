package dev.oin.web.frame;

import java.io.Serializable;

/**
 * A state in one word, never by colour alone.
 *
 * @param tone one of the theme's tones: neutral, turn, team, run, good, bad, ours, hollow
 * @param icon the id of a drawing in the sprite
 */
public record Chip(String tone, String icon, String word) implements Serializable {}
