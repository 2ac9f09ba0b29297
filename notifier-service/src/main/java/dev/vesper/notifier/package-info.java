/** Tells others: e-mail, SMS, webhooks and logout tokens. */
@NullMarked
package dev.vesper.notifier;

import org.jspecify.annotations.NullMarked;
