package dev.vesper.oidc.keys;

/** A signing key of the instance was added, activated, deactivated or removed. */
public record SigningKeysChanged(String instanceId) {}
