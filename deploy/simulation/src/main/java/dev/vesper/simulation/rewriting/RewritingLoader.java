package dev.vesper.simulation.rewriting;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFile.ClassHierarchyResolverOption;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeTransform;
import java.util.List;

/** Loads the services, and the world that puts them together, apart from everybody else's, and rewritten. */
public final class RewritingLoader extends ClassLoader {
    private static final List<String> REWRITTEN = List.of(
            "dev.vesper.eventstore.", "dev.vesper.projection.", "dev.vesper.notifier.", "dev.vesper.simulation.world.");

    private final Redirections redirections;
    private final ClassFile classFile;

    static {
        registerAsParallelCapable();
    }

    /** @param targets hold the methods marked {@link InsteadOf} */
    public RewritingLoader(ClassLoader parent, Class<?>... targets) {
        super("simulation", parent);
        this.redirections = new Redirections(targets);
        this.classFile = ClassFile.of(ClassHierarchyResolverOption.of(
                ClassHierarchyResolver.ofResourceParsing(parent).orElse(ClassHierarchyResolver.defaultResolver())));
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (REWRITTEN.stream().noneMatch(name::startsWith)) {
            return super.loadClass(name, resolve);
        }
        synchronized (getClassLoadingLock(name)) {
            Class<?> known = findLoadedClass(name);
            return known != null ? known : define(name);
        }
    }

    private Class<?> define(String name) throws ClassNotFoundException {
        byte[] rewritten = rewritten(name, compiled(name));
        return defineClass(name, rewritten, 0, rewritten.length);
    }

    private byte[] compiled(String name) throws ClassNotFoundException {
        try (InputStream in = getResourceAsStream(name.replace('.', '/') + ".class")) {
            if (in == null) {
                throw new ClassNotFoundException(name);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] rewritten(String name, byte[] compiled) {
        UnknownWaits unknownWaits = new UnknownWaits(name);
        CodeTransform calls = CodeTransform.ofStateful(() -> new RedirectCalls(redirections, unknownWaits));
        return classFile.transformClass(classFile.parse(compiled), ClassTransform.transformingMethodBodies(calls));
    }
}
