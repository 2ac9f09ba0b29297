package dev.vesper.eventstore.gateway;

import com.google.rpc.Code;
import dev.vesper.events.Policy;
import dev.vesper.eventstore.gateway.errors.Failure;
import dev.vesper.eventstore.gateway.errors.InvalidRequest;
import dev.vesper.eventstore.write.policy.Ruling;
import dev.vesper.proto.admin.v1.GetPolicyResponse;
import dev.vesper.proto.admin.v1.LockoutPolicy;
import dev.vesper.proto.admin.v1.LoginPolicy;
import dev.vesper.proto.admin.v1.NotificationPolicy;
import dev.vesper.proto.admin.v1.PasswordComplexityPolicy;
import dev.vesper.proto.admin.v1.SessionLifetimePolicy;
import dev.vesper.proto.admin.v1.SetOrgPolicyRequest;
import dev.vesper.proto.admin.v1.SetPolicyRequest;
import java.time.Duration;

/** Policies as the admin API has them. */
final class PolicyMessages {
    private PolicyMessages() {}

    /** @param name as it stands in the path */
    static Policy.Kind kind(String name) {
        return switch (name) {
            case "login" -> Policy.Kind.LOGIN;
            case "lockout" -> Policy.Kind.LOCKOUT;
            case "password-complexity" -> Policy.Kind.PASSWORD_COMPLEXITY;
            case "notification" -> Policy.Kind.NOTIFICATION;
            case "session-lifetime" -> Policy.Kind.SESSION_LIFETIME;
            default ->
                throw Failure.of(
                                Code.NOT_FOUND,
                                "POLICY_NOT_FOUND",
                                "There is no such kind of policy; there are login, lockout, password-complexity,"
                                        + " notification and session-lifetime.")
                        .toException();
        };
    }

    static Policy policy(SetPolicyRequest request) {
        return switch (request.getPolicyCase()) {
            case LOGIN -> login(request.getLogin());
            case LOCKOUT -> lockout(request.getLockout());
            case PASSWORD_COMPLEXITY -> complexity(request.getPasswordComplexity());
            case NOTIFICATION -> notification(request.getNotification());
            case SESSION_LIFETIME -> lifetime(request.getSessionLifetime());
            case POLICY_NOT_SET -> throw new InvalidRequest("policy", "is required");
        };
    }

    static Policy policy(SetOrgPolicyRequest request) {
        return switch (request.getPolicyCase()) {
            case LOGIN -> login(request.getLogin());
            case LOCKOUT -> lockout(request.getLockout());
            case PASSWORD_COMPLEXITY -> complexity(request.getPasswordComplexity());
            case NOTIFICATION -> notification(request.getNotification());
            case SESSION_LIFETIME -> lifetime(request.getSessionLifetime());
            case POLICY_NOT_SET -> throw new InvalidRequest("policy", "is required");
        };
    }

    /** In which a caller sends it. */
    static String field(Policy policy) {
        return switch (policy.kind()) {
            case LOGIN -> "login";
            case LOCKOUT -> "lockout";
            case PASSWORD_COMPLEXITY -> "passwordComplexity";
            case NOTIFICATION -> "notification";
            case SESSION_LIFETIME -> "sessionLifetime";
        };
    }

    static GetPolicyResponse message(Ruling ruling) {
        var answer = GetPolicyResponse.newBuilder().setSource(ruling.source());
        return switch (ruling.policy()) {
            case Policy.Login p -> {
                String uri = p.defaultRedirectUri();
                yield answer.setLogin(LoginPolicy.newBuilder()
                                .setAllowUsernamePassword(p.allowUsernamePassword())
                                .setHidePasswordReset(p.hidePasswordReset())
                                .setDefaultRedirectUri(uri == null ? "" : uri))
                        .build();
            }
            case Policy.Lockout p ->
                answer.setLockout(LockoutPolicy.newBuilder().setMaxPasswordAttempts(p.maxPasswordAttempts()))
                        .build();
            case Policy.PasswordComplexity p ->
                answer.setPasswordComplexity(PasswordComplexityPolicy.newBuilder()
                                .setMinLength(p.minLength())
                                .setHasUppercase(p.hasUppercase())
                                .setHasLowercase(p.hasLowercase())
                                .setHasNumber(p.hasNumber())
                                .setHasSymbol(p.hasSymbol()))
                        .build();
            case Policy.Notification p ->
                answer.setNotification(NotificationPolicy.newBuilder().setPasswordChange(p.passwordChange()))
                        .build();
            case Policy.SessionLifetime p ->
                answer.setSessionLifetime(SessionLifetimePolicy.newBuilder()
                                .setIdle(proto(p.idle()))
                                .setAbsolute(proto(p.absolute())))
                        .build();
        };
    }

    private static Policy login(LoginPolicy p) {
        String uri = p.getDefaultRedirectUri();
        boolean allowed = !p.hasAllowUsernamePassword() || p.getAllowUsernamePassword();
        return new Policy.Login(allowed, p.getHidePasswordReset(), uri.isEmpty() ? null : uri);
    }

    private static Policy lockout(LockoutPolicy p) {
        return p.hasMaxPasswordAttempts()
                ? new Policy.Lockout(p.getMaxPasswordAttempts())
                : Policy.byDefault(Policy.Kind.LOCKOUT);
    }

    private static Policy complexity(PasswordComplexityPolicy p) {
        int minLength = p.hasMinLength() ? p.getMinLength() : 8;
        return new Policy.PasswordComplexity(
                minLength, p.getHasUppercase(), p.getHasLowercase(), p.getHasNumber(), p.getHasSymbol());
    }

    private static Policy notification(NotificationPolicy p) {
        return new Policy.Notification(!p.hasPasswordChange() || p.getPasswordChange());
    }

    private static Policy lifetime(SessionLifetimePolicy p) {
        return new Policy.SessionLifetime(java(p.getIdle()), java(p.getAbsolute()));
    }

    private static Duration java(com.google.protobuf.Duration duration) {
        return Duration.ofSeconds(duration.getSeconds(), duration.getNanos());
    }

    private static com.google.protobuf.Duration proto(Duration duration) {
        return com.google.protobuf.Duration.newBuilder()
                .setSeconds(duration.getSeconds())
                .setNanos(duration.getNano())
                .build();
    }
}
