/** What an operator may set, and where the values come from. */
@NullMarked
package dev.vesper.notifier.config;

import org.jspecify.annotations.NullMarked;
