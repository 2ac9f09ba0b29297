package dev.vesper.eventstore.write.user.factor;

import org.jspecify.annotations.Nullable;

/**
 * A person's second factors.
 *
 * @param totp null for none
 */
public record FactorState(@Nullable TotpSecret totp, boolean otpSms, boolean otpEmail) {
    static final FactorState NONE = new FactorState(null, false, false);

    /**
     * @param secret base32; null where a repair brought the event back without it, and then no code matches
     * @param verified whether a code made with it was brought
     */
    public record TotpSecret(String factorId, @Nullable String secret, boolean verified) {
        /** Without the secret. */
        @Override
        public String toString() {
            return "TotpSecret[factorId=" + factorId + ", verified=" + verified + "]";
        }
    }

    FactorState withTotp(@Nullable TotpSecret now) {
        return new FactorState(now, otpSms, otpEmail);
    }

    FactorState withOtpSms(boolean now) {
        return new FactorState(totp, now, otpEmail);
    }

    FactorState withOtpEmail(boolean now) {
        return new FactorState(totp, otpSms, now);
    }
}
