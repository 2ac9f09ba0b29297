/** Requests as parameters, answers as pages, redirects or OAuth JSON, and the one place that turns errors into HTTP. */
@NullMarked
package dev.vesper.oidc.http;

import org.jspecify.annotations.NullMarked;
