package dev.vesper.acceptance;

import dev.vesper.local.Service;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;

/**
 * Gives tests the whole system, which is started once for all of them, with every service alive. When a test fails, it shows what
 * the services said last.
 */
final class WholeSystem implements ParameterResolver, BeforeEachCallback, TestExecutionExceptionHandler {
    private static final int LINES = 25;
    private static final int LONGEST_LINE = 600;

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
        return parameter.getParameter().getType() == Vesper.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
        return vesper(test);
    }

    @Override
    public void beforeEach(ExtensionContext test) {
        vesper(test).heal();
    }

    @Override
    public void handleTestExecutionException(ExtensionContext test, Throwable failure) throws Throwable {
        var data = vesper(test).stack().data();
        System.err.println("What the services said last, before " + test.getDisplayName() + " failed:");
        for (var service : Service.values()) {
            System.err.println("--- " + service.module());
            tail(data.log(service.module())).forEach(System.err::println);
        }
        throw failure;
    }

    private static Vesper vesper(ExtensionContext test) {
        return test.getRoot()
                .getStore(Namespace.GLOBAL)
                .computeIfAbsent(Start.class, _ -> Start.now(), Start.class)
                .vesper();
    }

    private static List<String> tail(Path log) throws IOException {
        // Whoever was killed while writing may have left half a character.
        var lines = new String(Files.readAllBytes(log), StandardCharsets.ISO_8859_1)
                .lines()
                .toList();
        return lines.subList(Math.max(0, lines.size() - LINES), lines.size()).stream()
                .map(line -> line.substring(0, Math.min(line.length(), LONGEST_LINE)))
                .toList();
    }

    /** The only start of a test run, closed with it as everything in this store. What did not start once is not tried again. */
    private record Start(@Nullable Vesper started, @Nullable Throwable failure) implements AutoCloseable {
        static Start now() {
            try {
                return new Start(Vesper.start(), null);
            } catch (RuntimeException | Error e) {
                return new Start(null, e);
            }
        }

        Vesper vesper() {
            if (started == null) {
                throw new IllegalStateException("the system does not start", failure);
            }
            return started;
        }

        @Override
        public void close() {
            if (started != null) {
                started.close();
            }
        }
    }
}
