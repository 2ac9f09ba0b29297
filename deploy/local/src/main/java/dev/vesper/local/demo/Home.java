package dev.vesper.local.demo;

/** The one page that people look at: who they are here, or how they were signed out. */
record Home(App app) implements Endpoint {
    @Override
    public void answer(Call call) throws Exception {
        var key = app.visitorKey(call);
        var visitor = app.visitors().get(key);
        if (visitor instanceof Visitor.SignedOut out && out.click().isEmpty()) {
            visitor = withClick(call, out);
            app.visitors().put(key, visitor);
        }
        call.html(200, HomeView.render(app.settings(), visitor));
    }

    private static Visitor withClick(Call call, Visitor.SignedOut out) {
        var click = call.cookie(SignOutClick.COOKIE)
                .flatMap(SignOutClick::parse)
                .filter(one -> one.sid().equals(out.was().sid()));
        return new Visitor.SignedOut(out.was(), out.here(), out.notice(), click);
    }
}
