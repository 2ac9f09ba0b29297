/**
 * Runs the services' own classes against a simulated database, broker, network and clock, from one seed.
 *
 * <p>{@code rewriting} loads the services with the calls that wait, start threads, ask the time or open a connection turned aside;
 * nothing else of them changes. Each of their threads becomes an actor of {@code scheduling}, which lets one run at a time and
 * hands the turn on at every such call, so that a seed decides every interleaving. {@code database} and {@code broker} do what
 * PostgreSQL and Kafka do, one statement or record per turn. {@code world} puts pods, callers and readers together, kills, pauses,
 * cuts off and misleads them, and checks the promises at every commit and, after a quiet time, as a whole. {@link
 * dev.vesper.simulation.Fault} names the mistakes that it must find.
 */
@NullMarked
package dev.vesper.simulation;

import org.jspecify.annotations.NullMarked;
