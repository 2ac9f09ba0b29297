package dev.vesper.eventstore.write.user.factor;

import dev.vesper.eventstore.write.AdminCaller;
import dev.vesper.eventstore.write.Written;

/** Second factors of people. Each throws {@link dev.vesper.eventstore.write.CommandRejected}. */
public interface FactorCommands {
    NewTotp addTotp(AdminCaller caller, String userId);

    Written verifyTotp(AdminCaller caller, String userId, String code);

    Written removeTotp(AdminCaller caller, String userId);

    Written addOtpSms(AdminCaller caller, String userId);

    Written removeOtpSms(AdminCaller caller, String userId);

    Written addOtpEmail(AdminCaller caller, String userId);

    Written removeOtpEmail(AdminCaller caller, String userId);

    /** @param secret base32 */
    record NewTotp(Written written, String uri, String secret) {
        /** Without the secret. */
        @Override
        public String toString() {
            return "NewTotp[written=" + written + "]";
        }
    }
}
