package org.luoshi.app.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// In the form of evidence one chooses by title, and only from what one's units have a part in.
class EvidenceChoicesTest {

    private static final String FORM = "/registers/plan_follow_up.evidence/new";
    private static final Pattern OPTION = Pattern.compile("<option value=\"([a-z0-9_]+)\"");
    private static final Pattern COMMITMENT = Pattern.compile("href=\"/plan/([a-z][a-z0-9_]*)\"");

    @Test
    void aDistrictChoosesAmongCommitmentsThatItLeadsOrAssists() throws Exception {
        Visitor clerk = signedIn("clerk");
        Visitor analyst = signedIn("analyst");
        Set<String> chenghua = found(COMMITMENT, analyst.get("/plan?unit=chenghua").body());
        Set<String> options = options(clerk.get(FORM).body(), "commitment");
        assertThat(chenghua).isNotEmpty();
        assertThat(options).isNotEmpty().isSubsetOf(chenghua);
        assertThat(options).doesNotContainAnyElementsOf(
                minus(found(COMMITMENT, analyst.get("/plan?unit=qingbaijiang").body()), chenghua));
    }

    @Test
    void milestonesAreThoseOfTheChosenCommitment() throws Exception {
        Visitor clerk = signedIn("clerk");
        String chosen = options(clerk.get(FORM).body(), "commitment").stream()
                .filter(commitment -> !milestones(clerk, commitment).isEmpty())
                .findFirst()
                .orElseThrow();
        String page = signedIn("analyst").get("/plan/" + chosen).body();
        String form = clerk.get(FORM + "?commitment=" + chosen).body();
        assertThat(form).containsPattern("<option value=\"" + chosen + "\" selected");
        for (String milestone : milestones(clerk, chosen)) {
            Matcher title = Pattern.compile("<option value=\"" + milestone + "\"[^>]*>([^<]+)<").matcher(form);
            assertThat(title.find()).isTrue();
            assertThat(page).contains(title.group(1));
        }
    }

    /// What nobody can choose stays as typed, with what is wrong with it: a box, not a list that would drop it.
    @Test
    void aCommitmentThatIsNoneStaysInABox() throws Exception {
        String form = signedIn("clerk").get(FORM + "?commitment=no_such_commitment").body();
        assertThat(form).contains("value=\"no_such_commitment\"");
        assertThat(options(form, "commitment")).isEmpty();
        assertThat(options(form, "milestone")).isEmpty();
    }

    /// Of somebody else's commitment that an address names, only it itself is added to one's own.
    @Test
    void aNamedCommitmentOfOthersCanBeSeenInTheListAndNoMoreOfThem() throws Exception {
        Visitor analyst = signedIn("analyst");
        Set<String> others = minus(
                found(COMMITMENT, analyst.get("/plan?unit=qingbaijiang").body()),
                found(COMMITMENT, analyst.get("/plan?unit=chenghua").body()));
        Visitor clerk = signedIn("clerk");
        Set<String> own = options(clerk.get(FORM).body(), "commitment");
        String other = others.iterator().next();
        Set<String> named = options(clerk.get(FORM + "?commitment=" + other).body(), "commitment");
        own.add(other);
        assertThat(named).isEqualTo(own);
    }

    private static Set<String> milestones(Visitor visitor, String commitment) {
        try {
            return options(visitor.get(FORM + "?commitment=" + commitment).body(), "milestone");
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    /// Values of a list; empty where the field is a box.
    private static Set<String> options(String page, String field) {
        Matcher list = Pattern.compile("<select id=\"in-" + field + "\".*?</select>", Pattern.DOTALL).matcher(page);
        return list.find() ? found(OPTION, list.group()) : new TreeSet<>();
    }

    private static Set<String> found(Pattern pattern, String page) {
        Set<String> found = new TreeSet<>();
        Matcher matcher = pattern.matcher(page);
        while (matcher.find()) found.add(matcher.group(1));
        return found;
    }

    private static Set<String> minus(Set<String> all, Set<String> others) {
        Set<String> rest = new TreeSet<>(all);
        rest.removeAll(others);
        return rest;
    }

    private static Visitor signedIn(String account) throws Exception {
        return Program.signedIn(DemonstrationServer.shared(), account);
    }
}
