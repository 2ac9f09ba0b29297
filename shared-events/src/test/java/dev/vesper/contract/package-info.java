/** What the .proto files must keep to. */
@NullMarked
package dev.vesper.contract;

import org.jspecify.annotations.NullMarked;
