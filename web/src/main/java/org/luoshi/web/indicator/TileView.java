package org.luoshi.web.indicator;

import org.luoshi.kernel.text.Text;

/// One tile by itself.
///
/// @param href where the dashboard is
public record TileView(Text dashboard, String href, boolean synthetic, DashboardView.Tile tile) {}
