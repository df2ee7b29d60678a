package dev.oin.web.insight;

/** One number, and where its items are. */
record Tile(String name, String value, String path) {}
