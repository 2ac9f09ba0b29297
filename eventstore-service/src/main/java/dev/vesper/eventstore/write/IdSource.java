package dev.vesper.eventstore.write;

/** Where new ids come from. */
public interface IdSource {
    /** @return lower-case text that no one else has or can guess */
    String next();
}
