package org.luoshi.web.certificate;

import org.jspecify.annotations.Nullable;

/// The public page of checking.
///
/// @param asked whether something was asked
/// @param found null where nothing was asked, or there is none
public record CheckView(String number, String code, boolean asked, @Nullable CertificateView found) {}
