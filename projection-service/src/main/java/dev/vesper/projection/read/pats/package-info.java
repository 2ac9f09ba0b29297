/** Personal access tokens, without the tokens. */
@NullMarked
package dev.vesper.projection.read.pats;

import org.jspecify.annotations.NullMarked;
