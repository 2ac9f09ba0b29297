package dev.vesper.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.api.AnnotationsProto;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.MethodDescriptor;
import dev.vesper.proto.admin.v1.Details;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A method that forgets one of these is open to everybody, not on REST, or not safe to repeat. */
final class AdminMethodsTest {
    private static final Pattern PERMISSION =
            Pattern.compile("(system|iam|org|project|user|session|policy|notification|events|projections)(\\.[a-z]+)+");
    private static final List<String> BEGINNINGS = List.of("Create", "Add");

    static List<MethodDescriptor> methods() {
        return AdminMethods.all();
    }

    static List<MethodDescriptor> writes() {
        return methods().stream().filter(AdminMethodsTest::isWrite).toList();
    }

    @ParameterizedTest
    @MethodSource("methods")
    void names_the_permission_that_it_needs(MethodDescriptor method) {
        assertThat(AdminMethods.permissionOf(method)).matches(PERMISSION);
    }

    @ParameterizedTest
    @MethodSource("methods")
    void has_a_way_in_over_http(MethodDescriptor method) {
        assertThat(method.getOptions().hasExtension(AnnotationsProto.http)).isTrue();
    }

    @ParameterizedTest
    @MethodSource("writes")
    void can_be_repeated_under_its_request_id(MethodDescriptor method) {
        assertThat(field(method, "request_id")).isEqualTo("STRING");
    }

    @ParameterizedTest
    @MethodSource("writes")
    void can_be_bound_to_what_the_caller_has_read(MethodDescriptor method) {
        if (BEGINNINGS.stream().noneMatch(method.getName()::startsWith)) {
            assertThat(field(method, "etag")).isEqualTo("STRING");
        }
    }

    private static boolean isWrite(MethodDescriptor method) {
        Descriptor details = Details.getDescriptor();
        FieldDescriptor field = method.getOutputType().findFieldByName("details");
        return field != null && field.getMessageType().getFullName().equals(details.getFullName());
    }

    private static String field(MethodDescriptor method, String name) {
        FieldDescriptor field = method.getInputType().findFieldByName(name);
        return field == null
                ? "missing in " + method.getInputType().getName()
                : field.getType().name();
    }
}
