package dev.vesper.local;

import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How to start a stack.
 *
 * @param home the root of the built repository
 * @param data where all state is kept
 * @param externalUrl the public origin of the issuer, where TLS ends in front of it
 * @param demo whether to start the two relying parties as well
 * @param supervised whether a service that ends by itself is started again; tests that kill services want it off
 * @param startLimit how long each part may take until it is ready
 * @param services which of them are started; a measurement of the log alone wants no readers beside it
 * @param environment variables that all services get; they go before those that the stack sets
 * @param ofService variables that one service gets; they go before all others
 */
public record StackOptions(
        Path home,
        Path data,
        Ports ports,
        Optional<String> externalUrl,
        boolean demo,
        boolean supervised,
        Duration startLimit,
        Set<Service> services,
        Map<String, String> environment,
        Map<Service, Map<String, String>> ofService) {
    private static final Duration START_LIMIT = Duration.ofMinutes(3);

    public StackOptions {
        home = home.toAbsolutePath().normalize();
        data = data.toAbsolutePath().normalize();
        services = Set.copyOf(services);
        environment = Map.copyOf(environment);
        ofService = Map.copyOf(ofService);
    }

    /** The default ports, no demo, not supervised. */
    public static StackOptions of(Path home, Path data) {
        return new StackOptions(
                home,
                data,
                new Ports(Ports.DEFAULT_BASE),
                Optional.empty(),
                false,
                false,
                START_LIMIT,
                Set.of(Service.values()),
                Map.of(),
                Map.of());
    }

    public StackOptions withPorts(Ports ports) {
        return new StackOptions(
                home, data, ports, externalUrl, demo, supervised, startLimit, services, environment, ofService);
    }

    public StackOptions withExternalUrl(Optional<String> url) {
        return new StackOptions(home, data, ports, url, demo, supervised, startLimit, services, environment, ofService);
    }

    public StackOptions withDemo(boolean demo) {
        return new StackOptions(
                home, data, ports, externalUrl, demo, supervised, startLimit, services, environment, ofService);
    }

    public StackOptions withSupervision() {
        return new StackOptions(
                home, data, ports, externalUrl, demo, true, startLimit, services, environment, ofService);
    }

    /** Starts these services and no others. */
    public StackOptions only(Service... chosen) {
        return new StackOptions(
                home, data, ports, externalUrl, demo, supervised, startLimit, Set.of(chosen), environment, ofService);
    }

    /** A variable for all services. */
    public StackOptions with(String name, String value) {
        var all = new HashMap<>(environment);
        all.put(name, value);
        return new StackOptions(home, data, ports, externalUrl, demo, supervised, startLimit, services, all, ofService);
    }

    /** A variable for one service. */
    public StackOptions with(Service service, String name, String value) {
        var each = new EnumMap<Service, Map<String, String>>(Service.class);
        each.putAll(ofService);
        var its = new HashMap<>(each.getOrDefault(service, Map.of()));
        its.put(name, value);
        each.put(service, Map.copyOf(its));
        return new StackOptions(
                home, data, ports, externalUrl, demo, supervised, startLimit, services, environment, each);
    }
}
