package dev.vesper.eventstore.log;

import java.util.Locale;

/**
 * A value that only one may hold. Fields are compared in lower case. Within one push all removals come before all
 * additions.
 */
public sealed interface UniqueConstraint {
    /** Scope of a constraint that holds over all instances. */
    String GLOBAL = "";

    /** Empty for a constraint over all instances. */
    String instanceId();

    /**
     * @param errorCode stable code for the caller's error when the value is taken, for example {@code USER_NAME_TAKEN}
     * @param owner whose going frees the value, for example an organisation; empty: only a removal by name frees it
     */
    record Add(String instanceId, String type, String field, String errorCode, String owner)
            implements UniqueConstraint {
        public Add {
            field = field.toLowerCase(Locale.ROOT);
        }

        public Add(String instanceId, String type, String field, String errorCode) {
            this(instanceId, type, field, errorCode, "");
        }
    }

    record Remove(String instanceId, String type, String field) implements UniqueConstraint {
        public Remove {
            field = field.toLowerCase(Locale.ROOT);
        }
    }

    /** Removes all constraints of the instance that were added for this owner. */
    record RemoveOwner(String instanceId, String owner) implements UniqueConstraint {}

    /** Removes all constraints of the instance. */
    record RemoveInstance(String instanceId) implements UniqueConstraint {}
}
