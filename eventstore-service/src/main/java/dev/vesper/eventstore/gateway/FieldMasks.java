package dev.vesper.eventstore.gateway;

import com.google.protobuf.FieldMask;
import com.google.protobuf.Message;
import dev.vesper.eventstore.gateway.errors.InvalidRequest;

/** Which fields an update is about (AIP-134): those that its mask names, or without one those that it holds. */
final class FieldMasks {
    private static final String ALL = "*";

    private FieldMasks() {}

    /**
     * @param field as the .proto file has it, declared {@code optional}
     * @throws InvalidRequest for a mask that names what the request does not have
     */
    static boolean covers(Message request, FieldMask mask, String field) {
        var type = request.getDescriptorForType();
        for (String path : mask.getPathsList()) {
            if (!path.equals(ALL) && type.findFieldByName(path) == null) {
                throw new InvalidRequest("updateMask", "names " + path + ", which is no field of this method");
            }
        }
        return mask.getPathsCount() == 0
                ? request.hasField(type.findFieldByName(field))
                : mask.getPathsList().contains(field) || mask.getPathsList().contains(ALL);
    }
}
