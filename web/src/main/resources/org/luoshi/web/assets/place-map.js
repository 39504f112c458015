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
  });
  map.addControl(new ol.control.ScaleLine());
  places.once("featuresloadend", () => {
    const extent = places.getExtent();
    if (!ol.extent.isEmpty(extent)) map.getView().fit(extent, { padding: [40, 40, 40, 40], maxZoom: 13 });
  });
  map.on("singleclick", (event) => {
    map.forEachFeatureAtPixel(event.pixel, (feature) => {
      window.location.assign(feature.get("href"));
      return true;
    });
  });
}
