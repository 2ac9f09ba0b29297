package dev.vesper.oidc.mysessions;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;

/** The sessions of everybody who is signed in in this browser. */
@CheckedTemplate(basePath = "pages", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
public record MySessions(List<Person> people) implements TemplateInstance {

    /** @param csrf for the forms about this person */
    public record Person(String userId, String displayName, String loginName, String csrf, List<Device> devices) {}

    /**
     * One session.
     *
     * @param here whether it is in this browser
     * @param since when the person last signed in there, in UTC
     * @param apps their names
     */
    public record Device(
            String sessionId, String description, String address, boolean here, String since, String apps) {}
}
