package dev.vesper.eventstore.gateway.rest;

import com.google.api.AnnotationsProto;
import com.google.api.HttpRule;
import com.google.protobuf.Message;
import io.grpc.MethodDescriptor;
import io.grpc.ServerMethodDefinition;
import io.grpc.ServerServiceDefinition;
import io.grpc.protobuf.ProtoMethodDescriptorSupplier;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** All ways in, the most literal path first. */
public record Routes(List<Route> all) {
    private static final Comparator<Route> MOST_LITERAL_FIRST = Comparator.comparingInt(
                    (Route route) -> route.path().literalLength())
            .reversed()
            .thenComparing(route -> route.path().toString());

    private static final Pattern ESCAPED_COLON = Pattern.compile("%3a", Pattern.CASE_INSENSITIVE);

    public Routes {
        all = all.stream().sorted(MOST_LITERAL_FIRST).toList();
    }

    /** @throws IllegalArgumentException for a method without a {@code google.api.http} option, or with one that does not fit */
    static Routes of(List<ServerServiceDefinition> services) {
        return new Routes(services.stream()
                .flatMap(service -> service.getMethods().stream())
                .flatMap(Routes::routes)
                .toList());
    }

    private static Stream<Route> routes(ServerMethodDefinition<?, ?> definition) {
        // Every method of ours takes and gives protobuf messages.
        @SuppressWarnings("unchecked")
        var grpc = (MethodDescriptor<Message, Message>) definition.getMethodDescriptor();
        if (!(grpc.getSchemaDescriptor() instanceof ProtoMethodDescriptorSupplier schema)) {
            throw new IllegalArgumentException(grpc.getFullMethodName() + " was not generated from a .proto file");
        }
        var method = schema.getMethodDescriptor();
        if (!method.getOptions().hasExtension(AnnotationsProto.http)) {
            throw new IllegalArgumentException(method.getFullName() + " has no google.api.http option");
        }
        HttpRule rule = method.getOptions().getExtension(AnnotationsProto.http);
        return Stream.concat(Stream.of(rule), rule.getAdditionalBindingsList().stream())
                .map(binding -> Route.of(binding, grpc, method));
    }

    /**
     * Some clients write the colon before a verb as %3A. No id of ours has a colon, so where the path leads nowhere as
     * it is, it is taken for one.
     *
     * @param path raw, without the query
     */
    Found find(String httpMethod, String path) {
        var found = findExactly(httpMethod, path);
        var plain = ESCAPED_COLON.matcher(path).replaceAll(":");
        if (found instanceof Found.Matched || plain.equals(path)) {
            return found;
        }
        return findExactly(httpMethod, plain);
    }

    private Found findExactly(String httpMethod, String path) {
        Set<String> allowed = new TreeSet<>();
        for (var route : all) {
            var variables = route.path().match(path);
            if (variables.isPresent() && route.httpMethod().equals(httpMethod)) {
                return new Found.Matched(route, variables.get());
            }
            if (variables.isPresent()) {
                allowed.add(route.httpMethod());
            }
        }
        return allowed.isEmpty() ? new Found.Nothing() : new Found.OtherMethods(allowed);
    }

    /** Where a request leads. */
    sealed interface Found {
        /** @param variables of the path, by field */
        record Matched(Route route, Map<String, String> variables) implements Found {}

        record OtherMethods(Set<String> allowed) implements Found {}

        record Nothing() implements Found {}
    }
}
