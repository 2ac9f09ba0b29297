package dev.vesper.oidc.world;

import java.util.Map;

/** A form of a page. */
public record Form(String action, Map<String, String> hidden) {}
