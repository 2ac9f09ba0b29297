package dev.vesper.eventstore.write.user.human;

import dev.vesper.eventstore.write.AdminCaller;
import dev.vesper.eventstore.write.Written;
import org.jspecify.annotations.Nullable;

/** How people get passwords. Each throws {@link dev.vesper.eventstore.write.CommandRejected}. */
public interface PasswordCommands {
    Written set(AdminCaller caller, String userId, NewPassword password);

    Written setWithCurrent(AdminCaller caller, String userId, NewPassword password, String current);

    Written setWithCode(AdminCaller caller, String userId, NewPassword password, String code);

    CodeAnswer requestCode(AdminCaller caller, String userId, boolean bySms, Delivery delivery);

    /** @param isAgain whether it takes the place of one that was not used */
    CodeAnswer initialize(AdminCaller caller, String userId, boolean isAgain, Delivery delivery);

    /** @param password empty for none */
    Written endInitialization(AdminCaller caller, String userId, String code, String password);

    /** @param isAgain whether it takes the place of one that was not used */
    CodeAnswer invite(
            AdminCaller caller, String userId, boolean isAgain, @Nullable String applicationName, Delivery delivery);

    Written endInvitation(AdminCaller caller, String userId, String code);

    record NewPassword(String password, boolean changeRequired) {
        /** Without the password. */
        @Override
        public String toString() {
            return "NewPassword[changeRequired=" + changeRequired + "]";
        }
    }
}
