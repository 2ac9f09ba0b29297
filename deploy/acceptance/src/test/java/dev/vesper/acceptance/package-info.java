/**
 * The whole system from outside, in its own processes: what a person, a relying party and an admin see of it, and what is left
 * when parts of it die.
 */
@NullMarked
package dev.vesper.acceptance;

import org.jspecify.annotations.NullMarked;
