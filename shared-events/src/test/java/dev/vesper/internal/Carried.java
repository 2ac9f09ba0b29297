package dev.vesper.internal;

import io.grpc.Attributes;
import io.grpc.CallCredentials;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.SecurityLevel;
import io.grpc.Status;

/** The metadata that call credentials attach. */
final class Carried {
    private Carried() {}

    static Metadata by(CallCredentials credentials) {
        Metadata carried = new Metadata();
        credentials.applyRequestMetadata(new NoRequest(), Runnable::run, new CallCredentials.MetadataApplier() {
            @Override
            public void apply(Metadata headers) {
                carried.merge(headers);
            }

            @Override
            public void fail(Status status) {
                throw status.asRuntimeException();
            }
        });
        return carried;
    }

    private static final class NoRequest extends CallCredentials.RequestInfo {
        @Override
        public MethodDescriptor<?, ?> getMethodDescriptor() {
            throw new IllegalStateException("the credential does not depend on the method");
        }

        @Override
        public SecurityLevel getSecurityLevel() {
            return SecurityLevel.NONE;
        }

        @Override
        public String getAuthority() {
            return "localhost";
        }

        @Override
        public Attributes getTransportAttrs() {
            return Attributes.EMPTY;
        }
    }
}
