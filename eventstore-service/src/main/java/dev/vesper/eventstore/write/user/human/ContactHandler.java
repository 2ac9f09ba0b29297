package dev.vesper.eventstore.write.user.human;

import dev.vesper.eventstore.write.AdminCaller;
import dev.vesper.eventstore.write.Written;
import jakarta.inject.Singleton;
import java.util.Objects;

@Singleton
final class ContactHandler implements ContactCommands {
    private final People people;
    private final Codes codes;

    ContactHandler(People people, Codes codes) {
        this.people = people;
        this.codes = codes;
    }

    @Override
    public CodeAnswer setEmail(AdminCaller caller, String userId, String email, Delivery delivery) {
        NewCode code = codes.make(caller.instanceId(), CodeKind.EMAIL, delivery);
        var command = new EmailCommand.Set(email, code);
        return people.change(caller, userId, code, human -> EmailDecider.decide(command, human));
    }

    @Override
    public CodeAnswer resendEmailCode(AdminCaller caller, String userId, Delivery delivery) {
        NewCode code = codes.make(caller.instanceId(), CodeKind.EMAIL, delivery);
        var command = new EmailCommand.Resend(Objects.requireNonNull(code));
        return people.change(caller, userId, code, human -> EmailDecider.decide(command, human));
    }

    @Override
    public Written verifyEmail(AdminCaller caller, String userId, String code) {
        return people.verify(
                caller, userId, CodeKind.EMAIL, code, human -> EmailDecider.decide(new EmailCommand.Verify(), human));
    }

    @Override
    public CodeAnswer setPhone(AdminCaller caller, String userId, String phone, Delivery delivery) {
        NewCode code = codes.make(caller.instanceId(), CodeKind.PHONE, delivery);
        var command = new PhoneCommand.Set(phone, code);
        return people.change(caller, userId, code, human -> PhoneDecider.decide(command, human));
    }

    @Override
    public Written removePhone(AdminCaller caller, String userId) {
        return people.change(caller, userId, human -> PhoneDecider.decide(new PhoneCommand.Remove(), human));
    }

    @Override
    public CodeAnswer resendPhoneCode(AdminCaller caller, String userId, Delivery delivery) {
        NewCode code = codes.make(caller.instanceId(), CodeKind.PHONE, delivery);
        var command = new PhoneCommand.Resend(Objects.requireNonNull(code));
        return people.change(caller, userId, code, human -> PhoneDecider.decide(command, human));
    }

    @Override
    public Written verifyPhone(AdminCaller caller, String userId, String code) {
        return people.verify(
                caller, userId, CodeKind.PHONE, code, human -> PhoneDecider.decide(new PhoneCommand.Verify(), human));
    }
}
