package dev.vesper.eventstore.gateway.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.MethodDescriptor;
import com.google.protobuf.DynamicMessage;
import com.google.protobuf.Message;
import dev.vesper.eventstore.gateway.auth.Reach.Owned;
import dev.vesper.eventstore.write.AdminCaller;
import io.grpc.Status.Code;
import io.grpc.StatusRuntimeException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The border between organisations, for every method that a role of less than an instance may call. */
final class BordersTest {
    private static final AdminCaller CALLER = new AdminCaller("default", "ada", "ours");
    private static final Reach OURS = new Reach(false, Set.of("ours"), Set.of("our-project"), "ada");

    private final Borders borders = new Borders(new KnownOwners());

    static Stream<MethodDescriptor> methods() {
        var table = new RoleTable();
        return AllMethods.descriptors().stream().filter(method -> {
            var permission = AdminMethod.of(method).permission();
            return Stream.of("ORG_OWNER", "ORG_USER_MANAGER", "ORG_PROJECT_PERMISSION", "PROJECT_OWNER", RoleTable.SELF)
                    .anyMatch(role -> table.grants(role, permission));
        });
    }

    @ParameterizedTest
    @MethodSource("methods")
    void nobody_reaches_over_it(MethodDescriptor descriptor) {
        var method = AdminMethod.of(descriptor);
        if (method.searches()) {
            assertThat(saysWhose(descriptor))
                    .as("each element of %s says by details, user_id or project_id whose it is", method.name())
                    .isTrue();
            return;
        }
        // What names nothing at all stays in the caller's organisation, which for once is another's.
        var names = method.root().isPresent() || !method.besides().isEmpty();
        var caller = names ? CALLER : CALLER.within("theirs");

        assertThatThrownBy(() -> borders.cross(caller, OURS, method, naming(descriptor, "their")))
                .isInstanceOfSatisfying(
                        StatusRuntimeException.class,
                        refused ->
                                assertThat(refused.getStatus().getCode()).isIn(Code.NOT_FOUND, Code.PERMISSION_DENIED));
    }

    @ParameterizedTest
    @MethodSource("methods")
    void whoever_stays_on_their_side_passes(MethodDescriptor descriptor) {
        var method = AdminMethod.of(descriptor);

        assertThat(borders.cross(CALLER, OURS, method, naming(descriptor, "our"))
                        .userId())
                .isEqualTo("ada");
    }

    @Test
    void a_method_without_a_resource_writes_into_the_callers_organisation() {
        var create = AllMethods.descriptors().stream()
                .filter(method -> method.getName().equals("CreateProject"))
                .findFirst()
                .orElseThrow();
        var method = AdminMethod.of(create);
        var empty = DynamicMessage.getDefaultInstance(create.getInputType());

        assertThat(borders.cross(CALLER, OURS, method, empty).orgId()).isEqualTo("ours");
        assertThatThrownBy(() -> borders.cross(CALLER.within("theirs"), OURS, method, empty))
                .isInstanceOf(StatusRuntimeException.class);
    }

    @Test
    void an_answer_shows_only_what_is_on_the_callers_side() {
        var search = AllMethods.descriptors().stream()
                .filter(method -> method.getName().equals("SearchProjects"))
                .findFirst()
                .orElseThrow();
        var list = search.getOutputType().findFieldByName("projects");
        var answer = DynamicMessage.newBuilder(search.getOutputType());
        for (var owner : List.of("ours", "theirs", "")) {
            var details = list.getMessageType().findFieldByName("details");
            answer.addRepeatedField(
                    list,
                    DynamicMessage.newBuilder(list.getMessageType())
                            .setField(
                                    details,
                                    DynamicMessage.newBuilder(details.getMessageType())
                                            .setField(details.getMessageType().findFieldByName("resource_owner"), owner)
                                            .build())
                            .build());
        }

        assertThat(AnswerBorder.narrowed(answer.build(), OURS).getRepeatedFieldCount(list))
                .isEqualTo(1);
    }

    /** Every id in it is of that side. */
    private static Message naming(MethodDescriptor method, String side) {
        var request = DynamicMessage.newBuilder(method.getInputType());
        for (var field : method.getInputType().getFields()) {
            if (field.getType() == FieldDescriptor.Type.STRING && !field.isRepeated()) {
                Resource.ofField(field.getName())
                        .ifPresent(kind -> request.setField(field, side + (kind == Resource.ORG ? "s" : "-id")));
            }
        }
        return request.build();
    }

    private static boolean saysWhose(MethodDescriptor method) {
        return method.getOutputType().getFields().stream()
                .filter(field -> field.isRepeated() && field.getJavaType() == FieldDescriptor.JavaType.MESSAGE)
                .allMatch(field -> Arrays.asList("details", "user_id", "project_id").stream()
                        .anyMatch(name -> field.getMessageType().findFieldByName(name) != null));
    }

    private static final class KnownOwners implements Owners {
        @Override
        public Optional<Owned> of(String instanceId, Resource kind, String id) {
            return switch (id) {
                case "our-id", "ours" -> Optional.of(new Owned("ours", "", ""));
                case "their-id", "theirs" -> Optional.of(new Owned("theirs", "", ""));
                default -> Optional.empty();
            };
        }
    }
}
