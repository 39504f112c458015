package org.luoshi.web.access;

import java.util.List;
import org.luoshi.access.Accounts;
import org.luoshi.access.LogIn;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.stereotype.Component;

/// Asks [Accounts] whether name and password belong together. The principal is the viewer.
@Component
class SignIn implements AuthenticationProvider {

    private final Accounts accounts;

    SignIn(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public Authentication authenticate(Authentication asked) {
        String password = asked.getCredentials() == null ? "" : asked.getCredentials().toString();
        return switch (accounts.logIn(asked.getName(), password)) {
            case LogIn.Accepted(var viewer) ->
                UsernamePasswordAuthenticationToken.authenticated(
                        viewer, null, List.of(new SimpleGrantedAuthority("SIGNED_IN")));
            case LogIn.Refused() -> throw new BadCredentialsException("wrong name or password");
            case LogIn.Locked(var until) -> throw new AccountLocked(until);
        };
    }

    @Override
    public boolean supports(Class<?> kind) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(kind);
    }
}
