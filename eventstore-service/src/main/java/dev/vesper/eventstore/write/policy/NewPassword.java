package dev.vesper.eventstore.write.policy;

import dev.vesper.events.Policy;
import dev.vesper.eventstore.write.CommandRejected;
import dev.vesper.eventstore.write.Loader;
import dev.vesper.eventstore.write.instance.InstanceDecider;
import dev.vesper.eventstore.write.org.OrgDecider;
import java.util.ArrayList;
import java.util.List;

/** A password that somebody chooses now must be what the policy of their organisation asks for. */
public final class NewPassword {
    private NewPassword() {}

    /**
     * @param orgId of the person; empty for the instance's default organisation
     * @param field the password's path in the caller's request
     * @throws CommandRejected that names the field and all that is missing
     */
    public static void check(Loader loader, String instanceId, String orgId, String password, String field) {
        var instance = loader.load(InstanceDecider.KIND, instanceId, instanceId).state();
        String owner = orgId.isEmpty() ? instance.defaultOrgId() : orgId;
        var org = loader.load(OrgDecider.KIND, instanceId, owner).state();
        check(password, Ruling.passwordComplexity(instance.policies(), org.policies()), field);
    }

    /** As {@link #check(Loader, String, String, String, String)}, where nobody can have ruled yet. */
    public static void check(String password, String field) {
        check(password, (Policy.PasswordComplexity) Policy.byDefault(Policy.Kind.PASSWORD_COMPLEXITY), field);
    }

    static void check(String password, Policy.PasswordComplexity policy, String field) {
        List<String> missing = new ArrayList<>();
        if (password.codePointCount(0, password.length()) < policy.minLength()) {
            missing.add("at least " + policy.minLength() + " characters");
        }
        if (policy.hasUppercase() && password.codePoints().noneMatch(Character::isUpperCase)) {
            missing.add("an upper-case letter");
        }
        if (policy.hasLowercase() && password.codePoints().noneMatch(Character::isLowerCase)) {
            missing.add("a lower-case letter");
        }
        if (policy.hasNumber() && password.codePoints().noneMatch(Character::isDigit)) {
            missing.add("a digit");
        }
        if (policy.hasSymbol() && password.codePoints().allMatch(Character::isLetterOrDigit)) {
            missing.add("a symbol");
        }
        if (!missing.isEmpty()) {
            throw CommandRejected.invalid(
                    "PASSWORD_TOO_WEAK", field, field + " must have " + String.join(", ", missing) + ".");
        }
    }
}
