package dev.vesper.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A pair of files per event of the system before that is read: as it stands in its log, and as our record of that name. */
final class ForeignEventsTest {
    private static final Path FOLDER = Path.of("src/test/resources/foreign");
    private static final EventCodec CODEC = new EventCodec((instanceId, userId) -> Optional.empty());

    static Stream<String> names() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files
                    .map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".theirs.json"))
                    .map(name -> name.replace(".theirs.json", ""))
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void isReadAsOurOwn(String name) throws IOException {
        for (int version : List.of(1, 2)) {
            RecordedEvent theirs = theirs(name, version, text(name, "theirs"));

            assertThat(theirs.isOpaque()).isFalse();
            assertThat(EventCodec.plain(CODEC.decode(theirs))).isEqualTo(text(name, "ours"));
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void isReadAlikeFromTheTopic(String name) throws IOException {
        String relayed = EventCodec.withoutSecrets(name, 1001, text(name, "theirs"));

        assertThat(EventCodec.plain(CODEC.decode(theirs(name, 1, relayed)))).isEqualTo(text(name, "ours"));
    }

    @Test
    void hasAPairOfFilesForEachThatIsRead() throws IOException {
        Set<String> read = EventTypes.all().stream()
                .map(EventType::name)
                .filter(ForeignEvents::areRead)
                .collect(Collectors.toSet());

        assertThat(names().toList()).containsExactlyInAnyOrderElementsOf(read);
    }

    @Test
    void neverPutsASecretOrAPersonIntoTheTopic() throws IOException {
        String name = "project.application.config.oidc.added";
        assertThat(EventCodec.withoutSecrets(name, 1001, text(name, "theirs"))).doesNotContain("Crypted");
        for (String personal : List.of("user.human.added", "user.machine.added", "user.human.profile.changed")) {
            assertThat(EventTypes.isOpaque(personal, 1001)).isTrue();
        }
    }

    @Test
    void isUnreadableWhereItSaysWhatNobodyKnows() {
        for (String config : List.of(
                "{\"appId\":\"a\",\"clientId\":\"c\",\"authMethodType\":9}",
                "{\"appId\":\"a\",\"clientId\":\"c\",\"grantTypes\":[-1]}",
                "[]")) {
            RecordedEvent broken = theirs("project.application.config.oidc.added", 1, config);
            assertThatThrownBy(() -> CODEC.decode(broken)).isInstanceOf(UnreadableEvent.class);
        }
    }

    private static RecordedEvent theirs(String name, int version, String payload) {
        String aggregateType = name.substring(0, name.indexOf('.'));
        return Recorded.of(aggregateType, name, EventTypes.FOREIGN_REVISIONS + version, payload);
    }

    private static String text(String name, String whose) throws IOException {
        return Files.readString(FOLDER.resolve(name + "." + whose + ".json")).strip();
    }
}
