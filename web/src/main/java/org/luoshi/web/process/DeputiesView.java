package org.luoshi.web.process;

import java.util.List;
import org.luoshi.process.Deputy;
import org.luoshi.web.part.FormError;
import org.luoshi.web.register.FormView;

/// Deputies that the viewer has named, and the form for one more.
public record DeputiesView(List<Deputy> named, List<FormView.Input> inputs, List<FormError> errors) {}
