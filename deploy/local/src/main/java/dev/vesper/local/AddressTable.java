package dev.vesper.local;

import dev.vesper.local.demo.DemoFile;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a person wants to know once a stack is ready: where everything answers, and how to get in. */
final class AddressTable {
    private final StackOptions options;
    private final Optional<DemoFile> demo;
    private final boolean firstStart;
    private final List<Map.Entry<String, String>> lines = new ArrayList<>();

    /** @param firstStart whether to show the admin's password, which is shown this once */
    AddressTable(StackOptions options, boolean firstStart) {
        this.options = options;
        this.demo = options.demo() ? DemoApps.registered(new DataDirectory(options.data())) : Optional.empty();
        this.firstStart = firstStart;
    }

    List<Map.Entry<String, String>> lines() {
        var addresses = new Addresses(options.ports(), options.externalUrl());
        demo.ifPresent(this::addDemo);
        add("Issuer", addresses.issuer());
        add("Admin API", addresses.admin() + "/admin/v1  (REST and gRPC)");
        add("API page", addresses.docs());
        add("Health, metrics", management(addresses));
        add("Logs", new DataDirectory(options.data()).logs() + "  (./vesper logs [service])");
        add("", "");
        addCredentials(new DataDirectory(options.data()));
        return lines;
    }

    private void addDemo(DemoFile demo) {
        add(
                "Open this first",
                demo.clients().get(0).origin() + "  (Alpha), then "
                        + demo.clients().get(1).origin() + "  (Beta)");
        add("Sign in as", demo.userName() + "  with password  " + demo.password());
        add("", "");
    }

    /** A database that is not this stack's own has its admin already, and then nothing lies here. */
    private void addCredentials(DataDirectory data) {
        if (!Files.exists(data.adminPassword())) {
            return;
        }
        if (firstStart) {
            add("Admin", "admin  with password  " + DataDirectory.read(data.adminPassword()) + "  (shown this once)");
        }
        add("Admin password", data.adminPassword().toString());
        add("Admin token", data.adminToken().toString());
    }

    private static String management(Addresses addresses) {
        return Stream.of(Service.OIDC, Service.EVENTSTORE, Service.PROJECTION, Service.NOTIFIER)
                .map(service -> Integer.toString(addresses.ports().management(service)))
                .collect(Collectors.joining(", ", "ports ", "  (/q/health, /q/metrics)"));
    }

    private void add(String label, String value) {
        lines.add(Map.entry(label, value));
    }
}
