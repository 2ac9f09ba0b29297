package dev.vesper.eventstore.gateway.auth;

import com.google.api.AnnotationsProto;
import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import com.google.protobuf.DescriptorProtos.FileDescriptorSet;
import com.google.protobuf.Descriptors.DescriptorValidationException;
import com.google.protobuf.Descriptors.FileDescriptor;
import com.google.protobuf.Descriptors.MethodDescriptor;
import com.google.protobuf.ExtensionRegistry;
import dev.vesper.proto.admin.v1.Permission;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Every method of the admin and system API that the contracts declare, whether anybody serves it yet or not. */
public final class AllMethods {
    private AllMethods() {}

    public static List<MethodDescriptor> descriptors() {
        Map<String, FileDescriptor> known = new HashMap<>();
        return descriptorSet().getFileList().stream()
                .map(file -> resolved(file, known))
                .filter(file -> file.getPackage().matches("vesper\\.(admin|system)\\..*"))
                .flatMap(file -> file.getServices().stream())
                .flatMap(service -> service.getMethods().stream())
                .sorted(Comparator.comparing(MethodDescriptor::getFullName))
                .toList();
    }

    static List<AdminMethod> all() {
        return descriptors().stream().map(AdminMethod::of).toList();
    }

    private static FileDescriptorSet descriptorSet() {
        var extensions = ExtensionRegistry.newInstance();
        AnnotationsProto.registerAllExtensions(extensions);
        Permission.registerAllExtensions(extensions);
        try (var set = AllMethods.class.getResourceAsStream("/vesper.protoset")) {
            return FileDescriptorSet.parseFrom(set, extensions);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** protoc writes a file behind those that it imports. */
    private static FileDescriptor resolved(FileDescriptorProto file, Map<String, FileDescriptor> known) {
        var imports = file.getDependencyList().stream().map(known::get).toArray(FileDescriptor[]::new);
        try {
            var descriptor = FileDescriptor.buildFrom(file, imports);
            known.put(file.getName(), descriptor);
            return descriptor;
        } catch (DescriptorValidationException e) {
            throw new IllegalStateException(e);
        }
    }
}
