package dev.vesper.oidc.http;

/** An error that is shown to the person in the browser, and goes nowhere else. */
public final class PageProblem extends RuntimeException {
    private final int status;
    private final Complaint complaint;

    public PageProblem(int status, Complaint complaint) {
        super(complaint.name(), null, false, false);
        this.status = status;
        this.complaint = complaint;
    }

    public int status() {
        return status;
    }

    public Complaint complaint() {
        return complaint;
    }
}
