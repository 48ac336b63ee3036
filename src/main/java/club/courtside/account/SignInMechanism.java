package club.courtside.account;

import club.courtside.platform.DatabaseAway;
import club.courtside.platform.ProblemException;
import club.courtside.platform.web.ProblemWriter;
import club.courtside.platform.web.Sender;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * The one way to be signed in. The login page calls {@code SecurityContext.authenticate}; every later request is
 * recognised by {@link Callers}. Public addresses are served either way; pages that need a sign-in lead to the login
 * page, the API answers 401 by itself ({@link CurrentCaller#require}).
 */
@ApplicationScoped
public class SignInMechanism implements HttpAuthenticationMechanism {

    /** Request attribute: the {@link ProblemException} for which a sign-in failed, for the login page to explain. */
    public static final String PROBLEM = "club.courtside.account.problem";

    private final Reception reception;
    private final SignIns signIns;
    private final Callers callers;

    @Inject
    public SignInMechanism(Reception reception, SignIns signIns, Callers callers) {
        this.reception = reception;
        this.signIns = signIns;
        this.callers = callers;
    }

    protected SignInMechanism() {
        this(null, null, null);
    }

    @Override
    public AuthenticationStatus validateRequest(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        if (path.startsWith("/jakarta.faces.resource/") || path.startsWith("/resources/")) return context.doNothing();
        try {
            return recognised(path, request, response, context);
        } catch (RuntimeException e) {
            if (!DatabaseAway.isReasonOf(e)) throw e;
            return sayThatTheDatabaseIsAway(path, response);
        }
    }

    private AuthenticationStatus recognised(
            String path, HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
        if (context.isAuthenticationRequest()
                && context.getAuthParameters().getCredential() instanceof UsernamePasswordCredential credential)
            return signIn(credential, request, response, context);
        return recognise(path, request, response, context);
    }

    private AuthenticationStatus signIn(
            UsernamePasswordCredential credential,
            HttpServletRequest request,
            HttpServletResponse response,
            HttpMessageContext context) {
        try {
            Caller caller = reception.admit(
                    credential.getCaller(),
                    credential.getPasswordAsString(),
                    Sender.of(request).address());
            boolean remember = context.getAuthParameters().isRememberMe();
            Duration lifetime = remember ? SignIns.REMEMBERED : SignIns.BROWSER;
            SignInCookie.of(request).ifPresent(signIns::close);
            String token = signIns.openBrowser(caller.id(), lifetime, Device.of(request));
            SignInCookie.set(request, response, token, remember ? lifetime : null);
            if (request.getSession(false) != null) request.changeSessionId();
            return admit(caller, context);
        } catch (ProblemException refused) {
            request.setAttribute(PROBLEM, refused);
            return context.notifyContainerAboutLogin(CredentialValidationResult.INVALID_RESULT);
        }
    }

    private AuthenticationStatus recognise(
            String path, HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
        try {
            Optional<Caller> caller = callers.of(request, path);
            if (caller.isPresent()) return admit(caller.get(), context);
            if (!context.isProtected()) return context.doNothing();
            askToSignIn(path, request, response, context);
        } catch (ProblemException refused) {
            ProblemWriter.write(response, refused.problem());
        }
        return AuthenticationStatus.SEND_CONTINUE;
    }

    /** Nobody can be recognised meanwhile: before anything else is asked, each answer is this one. */
    private static AuthenticationStatus sayThatTheDatabaseIsAway(String path, HttpServletResponse response) {
        if (!path.endsWith(".xhtml") && !path.equals("/")) {
            ProblemWriter.write(response, DatabaseAway.problem().problem());
            return AuthenticationStatus.SEND_FAILURE;
        }
        try {
            response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return AuthenticationStatus.SEND_FAILURE;
    }

    private static AuthenticationStatus admit(Caller caller, HttpMessageContext context) {
        return context.notifyContainerAboutLogin(caller, Set.of(caller.role().name()));
    }

    private static void askToSignIn(
            String path, HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
        String query = request.getQueryString() == null ? "" : "?" + request.getQueryString();
        String login = request.getContextPath() + "/login.xhtml?from="
                + URLEncoder.encode(path + query, StandardCharsets.UTF_8);
        if (!"partial/ajax".equals(request.getHeader("Faces-Request"))) {
            context.redirect(login);
            return;
        }
        // A page whose sign-in ended while it was open: its script understands only this kind of redirect.
        response.setContentType("text/xml");
        response.setCharacterEncoding("UTF-8");
        try {
            response.getWriter()
                    .write("<?xml version='1.0' encoding='UTF-8'?><partial-response><redirect url=\"" + login
                            + "\"/></partial-response>");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@code HttpServletRequest.logout()} */
    @Override
    public void cleanSubject(HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
        SignInCookie.of(request).ifPresent(signIns::close);
        SignInCookie.remove(request, response);
        context.cleanClientSubject();
    }
}
