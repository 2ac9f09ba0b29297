package dev.vesper.eventstore.write.user.factor;

import dev.vesper.eventstore.write.user.human.HumanState;

/** What may be asked of a person's second factors. */
sealed interface FactorCommand {
    /** @param secret base32 */
    record AddTotp(String factorId, String secret) implements FactorCommand {
        /** Without the secret. */
        @Override
        public String toString() {
            return "AddTotp[factorId=" + factorId + "]";
        }
    }

    /** A code made with it was brought. */
    record VerifyTotp() implements FactorCommand {}

    record RemoveTotp() implements FactorCommand {}

    record AddOtpSms(HumanState human) implements FactorCommand {}

    record RemoveOtpSms() implements FactorCommand {}

    record AddOtpEmail(HumanState human) implements FactorCommand {}

    record RemoveOtpEmail() implements FactorCommand {}
}
