/** gRPC channels between processes: a call is what the world makes of it. */
@NullMarked
package dev.vesper.simulation.network;

import org.jspecify.annotations.NullMarked;
