package dev.vesper.eventstore.write.user.human;

import dev.vesper.eventstore.write.AdminCaller;
import dev.vesper.eventstore.write.Written;

/** How people are reached. Each throws {@link dev.vesper.eventstore.write.CommandRejected}. */
public interface ContactCommands {
    CodeAnswer setEmail(AdminCaller caller, String userId, String email, Delivery delivery);

    CodeAnswer resendEmailCode(AdminCaller caller, String userId, Delivery delivery);

    Written verifyEmail(AdminCaller caller, String userId, String code);

    CodeAnswer setPhone(AdminCaller caller, String userId, String phone, Delivery delivery);

    Written removePhone(AdminCaller caller, String userId);

    CodeAnswer resendPhoneCode(AdminCaller caller, String userId, Delivery delivery);

    Written verifyPhone(AdminCaller caller, String userId, String code);
}
