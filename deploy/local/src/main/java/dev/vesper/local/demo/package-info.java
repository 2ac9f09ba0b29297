/** Two small relying parties, Alpha and Beta, that show a sign-in, single sign-on and a sign-out that reaches every app. */
@NullMarked
package dev.vesper.local.demo;

import org.jspecify.annotations.NullMarked;
