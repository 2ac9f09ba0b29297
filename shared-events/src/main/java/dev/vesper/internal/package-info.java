/** How Vesper's services recognise each other: the credential that every internal gRPC call carries. */
@NullMarked
package dev.vesper.internal;

import org.jspecify.annotations.NullMarked;
