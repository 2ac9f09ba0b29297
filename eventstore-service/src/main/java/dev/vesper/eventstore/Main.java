package dev.vesper.eventstore;

import dev.vesper.eventstore.olddata.OldDataCommand;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.util.List;

/** Starts the service, or does what the first word says and ends. */
@QuarkusMain
public final class Main {
    private Main() {}

    public static void main(String[] words) {
        List<String> all = List.of(words);
        if (!all.isEmpty() && all.getFirst().equals(OldDataCommand.NAME)) {
            System.exit(OldDataCommand.run(all.subList(1, all.size()), System.out));
        }
        Quarkus.run(words);
    }
}
