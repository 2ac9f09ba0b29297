package dev.vesper.local;

/**
 * How the services reach what they stand on.
 *
 * @param postgresUrl {@code postgresql://user:password@host:port/database}
 * @param kafkaBootstrap {@code host:port}, or several of them with commas between
 */
record BackingAddresses(String postgresUrl, String kafkaBootstrap) {}
