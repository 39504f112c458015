// Records on a plain ground: points only, no tiles from anywhere, no boundary of our own. The list below is its twin.

const frame = document.getElementById("place-map");
if (frame && window.ol) {
  const style = getComputedStyle(document.documentElement);
  const colour = style.getPropertyValue("--action").trim();
  const point = new ol.style.Style({
    image: new ol.style.Circle({ radius: 6, fill: new ol.style.Fill({ color: colour }), stroke: new ol.style.Stroke({ color: "#fff", width: 1.5 }) }),
  });
  const places = new ol.source.Vector({ url: frame.dataset.source, format: new ol.format.GeoJSON() });
  const map = new ol.Map({
    target: frame,
    layers: [new ol.layer.Vector({ source: places, style: point }), new ol.layer.Graticule({ showLabels: true, wrapX: false })],
    view: new ol.View({ projection: "EPSG:4326", center: [104.07, 30.66], zoom: 9, minZoom: 7, maxZoom: 18 }),
    keyboardEventTarget: frame,
    controls: [new ol.control.ScaleLine()],
  });
  const steps = { left: [-1, 0], right: [1, 0], up: [0, 1], down: [0, -1] };
  document.querySelectorAll("[data-map]").forEach((button) => button.addEventListener("click", () => {
    const view = map.getView();
    const step = steps[button.dataset.map];
    if (step) {
      const reach = 100 * view.getResolution();
      view.animate({ center: [view.getCenter()[0] + step[0] * reach, view.getCenter()[1] + step[1] * reach], duration: 0 });
    } else {
      view.setZoom(view.getZoom() + (button.dataset.map === "in" ? 1 : -1));
    }
  }));
  places.once("featuresloadend", () => {
    const extent = places.getExtent();
    const none = document.getElementById("place-map-none");
    if (none) none.hidden = places.getFeatures().length > 0;
    if (!ol.extent.isEmpty(extent)) map.getView().fit(extent, { padding: [40, 40, 40, 40], maxZoom: 13 });
  });
  map.on("singleclick", (event) => {
    map.forEachFeatureAtPixel(event.pixel, (feature) => {
      window.location.assign(feature.get("href"));
      return true;
    });
  });
}
