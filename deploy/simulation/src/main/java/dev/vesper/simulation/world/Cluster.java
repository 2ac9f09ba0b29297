package dev.vesper.simulation.world;

import dev.vesper.simulation.broker.Broker;
import dev.vesper.simulation.broker.Clients;
import dev.vesper.simulation.database.Driver;
import dev.vesper.simulation.database.Server;
import dev.vesper.simulation.scheduling.Host;
import dev.vesper.simulation.scheduling.Scheduler;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The processes that are there now. */
final class Cluster {
    private final Scheduler scheduler;
    private final Server database;
    private final Broker broker;
    private final Map<String, Function<Host, Pod>> kinds = new LinkedHashMap<>();
    private final Map<String, Pod> pods = new LinkedHashMap<>();
    private int starts;

    Cluster(Scheduler scheduler, Server database, Broker broker) {
        this.scheduler = scheduler;
        this.database = database;
        this.broker = broker;
    }

    /** Starts it, now and whenever it was killed. */
    void add(String name, Function<Host, Pod> kind) {
        kinds.put(name, kind);
        start(name);
    }

    /** A process that nobody kills. */
    Host client(String name) {
        Host host = new Host(name, scheduler);
        Driver.install(host, database);
        Clients.install(host, broker);
        return host;
    }

    List<String> names() {
        return List.copyOf(pods.keySet());
    }

    Pod pod(String name) {
        Pod pod = pods.get(name);
        if (pod == null) {
            throw new IllegalArgumentException(name);
        }
        return pod;
    }

    <P extends Pod> List<P> all(Class<P> kind) {
        List<P> found = new ArrayList<>();
        pods.values().stream().filter(kind::isInstance).map(kind::cast).forEach(found::add);
        return found;
    }

    void kill(String name) {
        pod(name).host().kill();
    }

    void start(String name) {
        starts++;
        Function<Host, Pod> kind = kinds.get(name);
        if (kind != null) {
            pods.put(name, kind.apply(client(name + "." + starts)));
        }
    }
}
