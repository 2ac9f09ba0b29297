package dev.vesper.simulation.rewriting;

import java.lang.constant.MethodTypeDesc;
import java.util.Set;

/** A wait that the simulation does not know would stop it for good, so the class that has one is refused at once. */
final class UnknownWaits {
    private static final String TIME_UNIT = "Ljava/util/concurrent/TimeUnit;";
    private static final Set<String> WAITS = Set.of(
            "java/lang/Thread.sleep",
            "java/lang/Thread.join",
            "java/lang/Object.wait",
            "java/util/concurrent/locks/LockSupport.park",
            "java/util/concurrent/locks/LockSupport.parkNanos",
            "java/util/concurrent/Semaphore.acquire",
            "java/util/concurrent/CountDownLatch.await",
            "java/util/concurrent/CompletableFuture.join",
            "java/util/concurrent/CompletableFuture.get",
            "java/util/concurrent/Future.get",
            "java/util/concurrent/BlockingQueue.take",
            "java/util/concurrent/BlockingQueue.put",
            "java/lang/System.nanoTime",
            "java/lang/System.currentTimeMillis",
            "java/util/UUID.randomUUID",
            "java/time/Instant.now");
    private final String className;

    UnknownWaits(String className) {
        this.className = className;
    }

    void refuse(String owner, String name, MethodTypeDesc type) {
        boolean timed = owner.startsWith("java/util/concurrent/")
                && !owner.endsWith("TimeUnit")
                && type.descriptorString().contains(TIME_UNIT);
        if (timed || WAITS.contains(owner + "." + name)) {
            throw new IllegalStateException(
                    "%s calls %s.%s%s, which the simulation does not know: add it to the package platform"
                            .formatted(className, owner, name, type.descriptorString()));
        }
    }
}
