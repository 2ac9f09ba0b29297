package dev.vesper.eventstore.log;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;

/** A log where something can come between what was read and what is pushed, each time the same. */
public final class RacingLog {
    private final Deque<Runnable> before = new ArrayDeque<>();
    private final EventLog log;

    public RacingLog(EventLog real) {
        this.log = (EventLog) Proxy.newProxyInstance(
                RacingLog.class.getClassLoader(),
                new Class<?>[] {EventLog.class},
                (_, method, arguments) -> call(real, method, arguments));
    }

    public EventLog log() {
        return log;
    }

    /** Runs once, when the next push is about to be made. */
    public void beforeNextPush(Runnable other) {
        before.add(other);
    }

    private Object call(EventLog real, Method method, Object[] arguments) throws Throwable {
        if (method.getName().equals("push") && !before.isEmpty()) {
            before.remove().run();
        }
        try {
            return method.invoke(real, arguments);
        } catch (InvocationTargetException e) {
            throw Objects.requireNonNull(e.getCause());
        }
    }
}
