/** The face to relying parties: OIDC endpoints and login pages. */
@NullMarked
package dev.vesper.oidc;

import org.jspecify.annotations.NullMarked;
