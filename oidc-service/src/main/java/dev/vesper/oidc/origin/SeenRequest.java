package dev.vesper.oidc.origin;

/** A request as the outermost trusted proxy saw it. */
record SeenRequest(String scheme, String authority, String clientAddress) {}
