package dev.vesper.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataDirectoryTest {
    @TempDir
    private Path root;

    @Test
    void aSecondStackOnTheSameDataIsToldWhoHoldsIt() {
        var data = data();
        try (var held = DataLock.take(data.lock())) {
            assertThat(held).isNotNull();
            assertThat(DataLock.holder(data.lock())).contains(ProcessHandle.current());
            assertThatThrownBy(() -> DataLock.take(data.lock()))
                    .isInstanceOf(StackFailure.class)
                    .hasMessageContaining("already runs on " + data.root())
                    .hasMessageContaining("(process " + ProcessHandle.current().pid() + ")")
                    .hasMessageContaining("--data");
        }
        assertThat(DataLock.holder(data.lock())).isEmpty();
    }

    @Test
    void aPidFileThatWasLeftBehindStopsNobody() throws IOException {
        var data = data();
        Files.writeString(data.lock(), Long.toString(ProcessHandle.current().pid()));

        assertThat(DataLock.holder(data.lock())).isEmpty();
        DataLock.take(data.lock()).close();
    }

    @Test
    void secretsAreMadeOnceAndOnlyTheirOwnerMayReadThem() throws IOException {
        var first = Secrets.of(data(), Map.of(), new Random(1));
        var second = Secrets.of(data(), Map.of(), new Random(2));

        assertThat(second).isEqualTo(first);
        assertThat(Base64.getDecoder().decode(first.masterKey())).hasSize(32);
        assertThat(Files.getPosixFilePermissions(data().masterKey()))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        assertThat(Files.getPosixFilePermissions(data().internalCredential()))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }

    @Test
    void aMasterKeyOfTheEnvironmentIsTakenAndNotKept() {
        assertThat(Secrets.of(data(), Map.of("VESPER_MASTER_KEY", "given"), new Random(1))
                        .masterKey())
                .isEqualTo("given");
        assertThat(data().masterKey()).doesNotExist();
    }

    @Test
    void dataWithoutItsMasterKeyIsNotGivenAnother() throws IOException {
        var data = data();
        Files.writeString(data.adminPassword(), "of an earlier start");

        assertThatThrownBy(() -> Secrets.of(data, Map.of(), new Random(1)))
                .isInstanceOf(StackFailure.class)
                .hasMessageContaining("VESPER_MASTER_KEY");
    }

    @Test
    void theStateOfARunningStackCanBeReadByAnother() {
        var file = new StackState.File(data().state());
        var state = new StackState(9000, Optional.of("https://id.example.com"), true);
        file.write(state);

        assertThat(file.read()).isEqualTo(state);
        assertThat(file.read().addresses().issuer()).isEqualTo("https://id.example.com");
    }

    private DataDirectory data() {
        var data = new DataDirectory(root);
        data.create();
        return data;
    }
}
