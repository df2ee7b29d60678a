package dev.oin.web.portal;

import dev.oin.sandbox.SignInEvent;
import java.time.Instant;

/** What the identity provider saw of a sign-in, in the words of somebody who sits in front of it. */
record SeenSignIn(String words, Instant at) {

    static SeenSignIn of(SignInEvent event) {
        return new SeenSignIn(
                switch (event.what()) {
                    case SAML_REQUEST_RECEIVED, OIDC_REQUEST_RECEIVED -> "The app sent the person here to sign in";
                    case SAML_REQUEST_REFUSED, OIDC_REQUEST_REFUSED -> "The app's request was refused";
                    case SAML_ANSWERED -> "A SAML response was sent to the app";
                    case SAML_DENIED -> "The person was not let in";
                    case OIDC_ANSWERED -> "An answer was sent to the app";
                    case CODE_REDEEMED -> "The app redeemed the code";
                    case TOKEN_REQUEST_REFUSED -> "The app's request for tokens was refused";
                    case USERINFO_CALLED -> "The app asked for the person's data";
                    case LOGIN_INITIATED -> "The app was asked to start the sign-in";
                    case SIGNED_OUT -> "The person signed out";
                },
                event.at());
    }
}
