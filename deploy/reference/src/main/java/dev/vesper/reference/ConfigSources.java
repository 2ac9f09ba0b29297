package dev.vesper.reference;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** The interfaces of one service's sources, parsed but not compiled: doc comments are not in class files. */
final class ConfigSources {
    private final DocTrees docs;
    private final List<Interface> interfaces;

    private ConfigSources(DocTrees docs, List<Interface> interfaces) {
        this.docs = docs;
        this.interfaces = interfaces;
    }

    record Interface(CompilationUnitTree unit, TreePath path, ClassTree tree) {}

    static ConfigSources parse(Path sources) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null);
                Stream<Path> all = Files.walk(sources)) {
            List<Path> named = all.filter(path -> path.toString().matches(".*(Config(uration)?|Settings)\\.java"))
                    .toList();
            if (named.isEmpty()) {
                throw new IllegalStateException("no *Config.java below " + sources);
            }
            JavacTask task = (JavacTask)
                    compiler.getTask(null, files, null, null, null, files.getJavaFileObjectsFromPaths(named));
            List<Interface> found = new ArrayList<>();
            for (CompilationUnitTree unit : task.parse()) {
                unit.getTypeDecls().forEach(type -> collect(unit, new TreePath(new TreePath(unit), type), found));
            }
            return new ConfigSources(DocTrees.instance(task), found);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Stream<Interface> mappings() {
        return interfaces.stream().filter(found -> prefix(found).isPresent());
    }

    /** An interface of that name, one of the same file before any other. */
    Optional<Interface> find(String simpleName, Interface from) {
        return interfaces.stream()
                .filter(found -> found.tree().getSimpleName().contentEquals(simpleName))
                .min(Comparator.comparing(found -> !found.unit().equals(from.unit())));
    }

    static Optional<String> prefix(Interface found) {
        return annotation(found.tree().getModifiers(), "ConfigMapping");
    }

    /** The text of an annotation's only argument; empty text for an annotation without one. */
    static Optional<String> annotation(ModifiersTree modifiers, String simpleName) {
        return modifiers.getAnnotations().stream()
                .filter(annotation -> annotation.getAnnotationType().toString().equals(simpleName))
                .map(ConfigSources::argument)
                .findFirst();
    }

    String comment(Interface in, MethodTree method) {
        String comment = docs.getDocComment(new TreePath(in.path(), method));
        return comment == null ? "" : comment.strip().replaceAll("\\s+", " ").replaceAll("\\{@\\w+ ([^}]*)}", "`$1`");
    }

    private static String argument(AnnotationTree annotation) {
        return annotation.getArguments().stream()
                .map(argument -> argument instanceof AssignmentTree named ? named.getExpression() : argument)
                .map(value ->
                        value instanceof LiteralTree literal ? String.valueOf(literal.getValue()) : value.toString())
                .findFirst()
                .orElse("");
    }

    private static void collect(CompilationUnitTree unit, TreePath path, List<Interface> found) {
        if (path.getLeaf() instanceof ClassTree type && type.getKind() == Tree.Kind.INTERFACE) {
            found.add(new Interface(unit, path, type));
            type.getMembers().forEach(member -> collect(unit, new TreePath(path, member), found));
        }
    }
}
