package dev.vesper.projection.engine;

/** A view did not come past a consistency token in time. The message says how far it is behind. */
public final class ViewBehind extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String description;

    ViewBehind(String description) {
        super(description);
        this.description = description;
    }

    /** Which view is how far behind. */
    public String description() {
        return description;
    }
}
