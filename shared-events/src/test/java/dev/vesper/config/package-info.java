@NullMarked
package dev.vesper.config;

import org.jspecify.annotations.NullMarked;
