package dev.vesper.eventstore.write.user.human;

import dev.vesper.eventstore.write.AdminCaller;
import dev.vesper.eventstore.write.Written;
import dev.vesper.eventstore.write.user.human.ProfileDecider.ChangeProfile;
import jakarta.inject.Singleton;
import java.util.Set;

@Singleton
final class ProfileHandler implements ProfileCommands {
    private final People people;

    ProfileHandler(People people) {
        this.people = people;
    }

    @Override
    public Written change(AdminCaller caller, String userId, Profile profile, Set<String> fields) {
        var command = new ChangeProfile(profile, fields);
        return people.change(caller, userId, human -> ProfileDecider.decide(command, human));
    }
}
