package dev.vesper.oidc.endsession;

import dev.vesper.proto.internal.v1.AppToTell;
import java.util.List;

/** A session that was ended, and the apps in it that want to be told. */
public record EndedSession(String sessionId, List<AppToTell> apps) {}
