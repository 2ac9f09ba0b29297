/** The write side: deciders per aggregate, and the pipeline that loads, decides and appends. */
@NullMarked
package dev.vesper.eventstore.write;

import org.jspecify.annotations.NullMarked;
