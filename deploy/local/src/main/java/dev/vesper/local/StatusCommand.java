package dev.vesper.local;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Shows the health of each service, and how far behind the readers are. */
final class StatusCommand {
    private final DataDirectory data;
    private final Screen screen;

    StatusCommand(DataDirectory data, Screen screen) {
        this.data = data;
        this.screen = screen;
    }

    /** @return 0 when all services are ready */
    int run() {
        var holder = DataLock.holder(data.lock());
        if (holder.isEmpty()) {
            screen.line("Nothing runs on " + data.root() + "; start it with ./vesper up");
            return 1;
        }
        var addresses = new StackState.File(data.state()).read().addresses();
        screen.title(
                "Vesper on " + data.root() + " (process " + holder.get().pid() + "), issuer " + addresses.issuer());
        var reports = Arrays.stream(Service.values())
                .map(service -> ServiceReport.of(service, addresses.management(service)))
                .toList();
        screen.table(reports.stream().flatMap(StatusCommand::rows).toList());
        return reports.stream().allMatch(ServiceReport::isReady) ? 0 : 1;
    }

    private static Stream<Map.Entry<String, String>> rows(ServiceReport report) {
        var first = Map.entry(report.service().module(), report.health());
        return Stream.concat(Stream.of(first), indented(report.lag()).stream());
    }

    private static List<Map.Entry<String, String>> indented(List<String> lines) {
        return lines.stream().map(line -> Map.entry("", line)).toList();
    }
}
