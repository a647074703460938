package dev.trunkline.api;

import dev.trunkline.desk.Opening;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;

/**
 * The server has loaded the application to its last class, and now the work may begin. Between the start of the EJBs and this moment a
 * thread beside the server's own was seen not to find classes (Payara Micro 6.2025.10, one start in dozens); Smack, which loads what it
 * needs once, would have stayed without them.
 */
@WebListener
public class Loaded implements ServletContextListener {
    @Inject
    Opening opening;

    @Override
    public void contextInitialized(ServletContextEvent event) {
        opening.begin();
    }
}
