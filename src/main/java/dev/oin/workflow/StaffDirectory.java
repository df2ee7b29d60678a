package dev.oin.workflow;

import dev.oin.account.Accounts;
import org.camunda.bpm.engine.impl.identity.ReadOnlyIdentityProvider;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Offers the staff to the engine, which may read them and change nothing. ISV members are unknown to it. */
@Component
class StaffDirectory implements SessionFactory {

    private final ObjectProvider<Accounts> accounts;

    StaffDirectory(ObjectProvider<Accounts> accounts) {
        this.accounts = accounts;
    }

    @Override
    public Class<?> getSessionType() {
        return ReadOnlyIdentityProvider.class;
    }

    @Override
    public Session openSession() {
        return new StaffSession(accounts.getObject());
    }
}
