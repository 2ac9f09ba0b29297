/** The description of the REST face: OpenAPI 3.1, made from the same descriptors and comments that make the API. */
@NullMarked
package dev.vesper.eventstore.gateway.openapi;

import org.jspecify.annotations.NullMarked;
