package dev.vesper.simulation.world;

import dev.vesper.eventstore.config.EventstoreConfig;
import dev.vesper.eventstore.log.EventLog;
import dev.vesper.internal.InternalCaller;
import dev.vesper.proto.internal.v1.EventLogGrpc.EventLogImplBase;
import dev.vesper.proto.internal.v1.PushRequest;
import dev.vesper.proto.internal.v1.ReadAggregateRequest;
import io.grpc.Context;
import io.grpc.Status;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Set;

/** The log's gRPC service of a pod, called by the notifier. */
final class LogService {
    private final EventLogImplBase service;

    LogService(EventLog log) {
        this.service = (EventLogImplBase) Made.of(
                "dev.vesper.eventstore.api.eventlog.EventLogService",
                new Class<?>[] {EventLog.class, EventstoreConfig.class},
                log,
                config());
    }

    List<Object> call(String method, Object request) {
        Collected answers = new Collected();
        Context.current()
                .withValue(InternalCaller.CURRENT, new InternalCaller("notifier"))
                .run(() -> dispatch(method, request, answers));
        return answers.messages();
    }

    @SuppressWarnings("unchecked")
    private void dispatch(String method, Object request, Collected answers) {
        switch (method) {
            case "vesper.internal.v1.EventLog/Push" -> service.push((PushRequest) request, answers.typed());
            case "vesper.internal.v1.EventLog/ReadAggregate" ->
                service.readAggregate((ReadAggregateRequest) request, answers.typed());
            default -> throw Status.UNIMPLEMENTED.withDescription(method).asRuntimeException();
        }
    }

    /** The two groups of settings that the service reads. */
    private static EventstoreConfig config() {
        return proxy(EventstoreConfig.class, name -> switch (name) {
            case "internal" -> proxy(EventstoreConfig.Internal.class, _ -> Set.of("notifier"));
            case "eventLog" -> Settings.log();
            default -> throw new IllegalArgumentException(name);
        });
    }

    private static <T> T proxy(Class<T> type, java.util.function.Function<String, Object> values) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (_, method, _) -> values.apply(method.getName())));
    }
}
