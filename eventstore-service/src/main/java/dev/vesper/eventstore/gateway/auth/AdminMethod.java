package dev.vesper.eventstore.gateway.auth;

import com.google.api.AnnotationsProto;
import com.google.api.HttpRule;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.MethodDescriptor;
import com.google.protobuf.Message;
import dev.vesper.proto.admin.v1.Permission;
import io.grpc.protobuf.ProtoMethodDescriptorSupplier;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the descriptor of a method says about who may call it, and about what.
 *
 * @param root the first variable of its path that names a resource: the rest of the path is within that
 * @param parts the other variables of its path
 * @param besides other fields that name resources; variables further down the path do not count
 */
public record AdminMethod(
        String name,
        String permission,
        boolean writes,
        Optional<Named> root,
        List<FieldDescriptor> parts,
        List<Named> besides) {
    private static final Pattern VARIABLE = Pattern.compile("\\{([a-z0-9_]+)[^}]*}");

    /** A field that holds the id of a resource. */
    public record Named(FieldDescriptor field, Resource kind) {
        public String idIn(Message request) {
            return (String) request.getField(field);
        }
    }

    /** Whether a method is part of the admin API at all. */
    public static boolean isOne(io.grpc.MethodDescriptor<?, ?> method) {
        var name = method.getFullMethodName();
        return name.startsWith("vesper.admin.") || name.startsWith("vesper.system.");
    }

    public static AdminMethod of(io.grpc.MethodDescriptor<?, ?> grpc) {
        if (grpc.getSchemaDescriptor() instanceof ProtoMethodDescriptorSupplier schema) {
            return of(schema.getMethodDescriptor());
        }
        throw new IllegalArgumentException(grpc.getFullMethodName() + " was not generated from a .proto file");
    }

    /** @throws IllegalArgumentException for a method that names no permission: nobody may call it then */
    public static AdminMethod of(MethodDescriptor method) {
        var permission = method.getOptions().getExtension(Permission.permission);
        if (permission.isEmpty()) {
            throw new IllegalArgumentException(method.getFullName() + " has no vesper.admin.v1.permission");
        }
        var variables = variables(method.getOptions().getExtension(AnnotationsProto.http));
        var named = named(method);
        var root = variables.stream()
                .flatMap(variable ->
                        named.stream().filter(field -> field.field().getName().equals(variable)))
                .findFirst();
        named.removeIf(field -> variables.contains(field.field().getName()));
        var parts = variables.stream()
                .map(method.getInputType()::findFieldByName)
                .filter(field -> root.isEmpty() || !root.get().field().equals(field))
                .toList();
        return new AdminMethod(
                method.getFullName(), permission, !permission.endsWith("read"), root, parts, List.copyOf(named));
    }

    public boolean isOfTheSystem() {
        return name.startsWith("vesper.system.");
    }

    /** The ids that its path names within the root, or of what has no root. */
    public List<String> partsIn(Message request) {
        return parts.stream()
                .map(part -> String.valueOf(request.getField(part)))
                .toList();
    }

    /** Whether it answers a list of whatever the caller may see. */
    boolean searches() {
        return !writes && root.isEmpty();
    }

    /** The field in which a caller names the organisation that something is to belong to. */
    Optional<Named> organisation() {
        return besides.stream().filter(field -> field.kind() == Resource.ORG).findFirst();
    }

    private static List<Named> named(MethodDescriptor method) {
        List<Named> named = new ArrayList<>();
        for (var field : method.getInputType().getFields()) {
            var kind = field.getType() == FieldDescriptor.Type.STRING && !field.isRepeated()
                    ? Resource.ofField(field.getName())
                    : Optional.<Resource>empty();
            kind.ifPresent(resource -> named.add(new Named(field, resource)));
        }
        return named;
    }

    private static List<String> variables(HttpRule rule) {
        var path = path(rule);
        return path == null
                ? List.of()
                : VARIABLE.matcher(path).results().map(match -> match.group(1)).toList();
    }

    private static @Nullable String path(HttpRule rule) {
        return switch (rule.getPatternCase()) {
            case GET -> rule.getGet();
            case PUT -> rule.getPut();
            case POST -> rule.getPost();
            case DELETE -> rule.getDelete();
            case PATCH -> rule.getPatch();
            case CUSTOM -> rule.getCustom().getPath();
            case PATTERN_NOT_SET -> null;
        };
    }
}
