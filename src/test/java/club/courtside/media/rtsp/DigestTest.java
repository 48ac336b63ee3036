package club.courtside.media.rtsp;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** With the examples of RFC 2617 (3.5) and RFC 7616 (3.9.1). */
class DigestTest {

    private static String answer(String challenge, String password, String own) {
        return Digest.answering(Challenge.parse(challenge).get(0))
                .orElseThrow()
                .authorization("Mufasa", password, "GET", "/dir/index.html", own);
    }

    @Test
    void the_older_standards_example_is_answered() {
        String answer = answer(
                "Digest realm=\"testrealm@host.com\", qop=\"auth,auth-int\","
                        + " nonce=\"dcd98b7102dd2f0e8b11d0f600bfb0c093\", opaque=\"5ccc069c403ebaf9f0171e9517f40e41\"",
                "Circle Of Life",
                "0a4f113b");
        assertThat(answer)
                .contains("response=\"6629fae49393a05397450978507c4ef1\"")
                .contains("qop=auth, nc=00000001")
                .contains("opaque=\"5ccc069c403ebaf9f0171e9517f40e41\"")
                .doesNotContain("algorithm")
                .doesNotContain("Circle");
    }

    @Test
    void the_newer_standards_examples_are_answered() {
        String rest = ", nonce=\"7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v\", qop=\"auth, auth-int\","
                + " opaque=\"FQhe/qaU925kfnzjCev0ciny7QMkPqMAFRtzCUYo5tdS\"";
        String own = "f2/wE4q74E6zIJEtWaHKaf5wv/H5QzzpXusqGemxURZJ";
        assertThat(answer("Digest realm=\"http-auth@example.org\", algorithm=MD5" + rest, "Circle of Life", own))
                .contains("response=\"8ca523f5e9506fed4657c9700eebdbec\"");
        assertThat(answer("Digest realm=\"http-auth@example.org\", algorithm=SHA-256" + rest, "Circle of Life", own))
                .contains("response=\"753927fa0e85d155564e2e272a28d1802ca10daf4496794697cf8db5856cb6c1\"");
    }

    @Test
    void several_challenges_may_stand_in_one_line() {
        assertThat(Challenge.parse("Basic realm=\"a, Digest b\", Digest realm=c, nonce=\"d\", stale=TRUE"))
                .hasSize(2)
                .last()
                .matches(Challenge::isStale)
                .matches(challenge -> challenge.parameter("realm").equals("c"));
    }

    @Test
    void what_is_not_known_is_not_answered() {
        assertThat(Digest.answering(Challenge.parse("Digest realm=x, nonce=y, algorithm=SHA-512-256")
                        .get(0)))
                .isEmpty();
        assertThat(Digest.answering(
                        Challenge.parse("Digest realm=x, nonce=y, qop=auth-int").get(0)))
                .isEmpty();
        assertThat(Challenge.parse("Bearer realm=x")).isEmpty();
    }
}
