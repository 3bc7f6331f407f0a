package dev.inputmethod.reports.record;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.inputmethod.reports.record.Measurement.JacobianSpectrum;
import dev.inputmethod.reports.record.Measurement.PlaceSpectra;
import dev.inputmethod.reports.record.Measurement.Spectra;
import dev.inputmethod.reports.record.Measurement.Spectrum;
import java.util.ArrayList;
import java.util.List;

/** {@link Spectra} as JSON. */
final class SpectraJson {
  private SpectraJson() {}

  static ObjectNode write(Spectra spectra, ObjectNode into) {
    into.put("moment", spectra.moment().word());
    ArrayNode places = into.putArray("places");
    for (PlaceSpectra place : spectra.places()) {
      ObjectNode node =
          places.addObject().put("layer", place.layer()).put("direction", place.direction().word());
      ObjectNode recurrent = node.putObject("recurrent");
      place
          .recurrent()
          .forEach(
              (gate, of) ->
                  recurrent
                      .putObject(gate)
                      .put("largestSingularValue", of.largestSingularValue())
                      .put("spectralRadius", of.spectralRadius()));
      write(place.jacobian(), node.putObject("jacobian"));
    }
    return into;
  }

  private static void write(JacobianSpectrum jacobian, ObjectNode into) {
    into.put("matrices", jacobian.matrices())
        .put("largestSingularValue", jacobian.largestSingularValue())
        .put("highestSingularValue", jacobian.highestSingularValue())
        .put("spectralRadius", jacobian.spectralRadius())
        .put("highestSpectralRadius", jacobian.highestSpectralRadius())
        .put("examples", jacobian.examples())
        .put("lyapunov", jacobian.lyapunov());
  }

  static Spectra read(int epoch, long step, Fields fields) {
    List<PlaceSpectra> places = new ArrayList<>();
    for (Fields place : fields.objects("places")) {
      places.add(
          new PlaceSpectra(
              place.integer("layer"),
              Direction.read(place),
              place.map("recurrent", SpectraJson::readSpectrum),
              readJacobian(place.object("jacobian"))));
    }
    return new Spectra(epoch, step, Moment.read(fields, step), places);
  }

  private static Spectrum readSpectrum(Fields gates, String name) {
    Fields of = gates.object(name);
    return new Spectrum(of.number("largestSingularValue"), of.number("spectralRadius"));
  }

  private static JacobianSpectrum readJacobian(Fields fields) {
    return new JacobianSpectrum(
        fields.integer("matrices"),
        fields.number("largestSingularValue"),
        fields.number("highestSingularValue"),
        fields.number("spectralRadius"),
        fields.number("highestSpectralRadius"),
        fields.integer("examples"),
        fields.number("lyapunov"));
  }
}
