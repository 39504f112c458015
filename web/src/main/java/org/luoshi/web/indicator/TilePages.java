package org.luoshi.web.indicator;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.luoshi.access.Permission;
import org.luoshi.pack.Dashboard;
import org.luoshi.register.ExportRequest.Format;
import org.luoshi.web.draw.PngFile;
import org.luoshi.web.draw.SvgFile;
import org.luoshi.web.shell.Allow;
import org.luoshi.web.shell.NotFound;
import org.luoshi.web.shell.Pages;
import org.luoshi.web.shell.Shell;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.View;

/// One tile of a dashboard by itself: its address, its table, and its files.
@Controller
class TilePages {

    private static final MediaType SVG = MediaType.parseMediaType("image/svg+xml;charset=UTF-8");
    private static final MediaType CSV = MediaType.parseMediaType("text/csv;charset=UTF-8");
    private static final MediaType XLSX =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private final Tiles tiles;
    private final TileFiles files;
    private final Pages pages;

    TilePages(Tiles tiles, TileFiles files, Pages pages) {
        this.tiles = tiles;
        this.files = files;
        this.pages = pages;
    }

    private record Read(TileFigures figures, DashboardView.Tile view, Tiles.Opened opened) {}

    private Read read(String id, String name, Shell shell) {
        Tiles.Opened opened = tiles.open(id, shell);
        Dashboard.@Nullable Tile tile = opened.tiles().get(name);
        if (tile == null) throw new NotFound("tile " + name + " of " + id);
        TileFigures figures = tiles.read(tile, shell);
        return new Read(figures, tiles.view(opened, name, figures, tiles.marks(shell), shell), opened);
    }

    @Allow(Permission.READ)
    @GetMapping("/dashboards/{id}/tiles/{tile}")
    View tile(@PathVariable String id, @PathVariable String tile, Shell shell) {
        Read read = read(id, tile, shell);
        return pages.show("indicator/tile", new TileView(
                read.opened().dashboard().title(), "/dashboards/" + id, read.opened().synthetic(), read.view()));
    }

    @Allow(Permission.READ)
    @GetMapping("/dashboards/{id}/tiles/{tile}.svg")
    ResponseEntity<byte[]> svg(@PathVariable String id, @PathVariable String tile, Shell shell) {
        Read read = read(id, tile, shell);
        String svg = SvgFile.write(files.picture(read.figures(), read.view(), read.opened().synthetic(), shell));
        return file(tile, "svg", SVG, svg.getBytes(StandardCharsets.UTF_8), shell);
    }

    @Allow(Permission.READ)
    @GetMapping("/dashboards/{id}/tiles/{tile}.png")
    ResponseEntity<byte[]> png(@PathVariable String id, @PathVariable String tile, Shell shell) {
        Read read = read(id, tile, shell);
        byte[] png = PngFile.write(files.picture(read.figures(), read.view(), read.opened().synthetic(), shell));
        return file(tile, "png", MediaType.IMAGE_PNG, png, shell);
    }

    @Allow(Permission.READ)
    @GetMapping("/dashboards/{id}/tiles/{tile}.csv")
    ResponseEntity<byte[]> csv(@PathVariable String id, @PathVariable String tile, Shell shell) {
        return table(id, tile, Format.CSV, CSV, shell);
    }

    @Allow(Permission.READ)
    @GetMapping("/dashboards/{id}/tiles/{tile}.xlsx")
    ResponseEntity<byte[]> xlsx(@PathVariable String id, @PathVariable String tile, Shell shell) {
        return table(id, tile, Format.XLSX, XLSX, shell);
    }

    private ResponseEntity<byte[]> table(String id, String tile, Format format, MediaType type, Shell shell) {
        Read read = read(id, tile, shell);
        byte[] table = files.table(read.figures(), read.view(), format, read.opened().synthetic(), shell);
        return file(tile, format == Format.CSV ? "csv" : "xlsx", type, table, shell);
    }

    private static ResponseEntity<byte[]> file(String tile, String ending, MediaType type, byte[] content, Shell shell) {
        String name = tile + "-" + shell.day() + "." + ending;
        return ResponseEntity.ok()
                .contentType(type)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(content);
    }
}
