package dev.inputmethod.layer;

import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;

/** Runs each test with ND4J's default types as doubles, and puts them back. */
final class DoublePrecision implements BeforeEachCallback, AfterEachCallback {
  private DataType before = DataType.FLOAT;

  @Override
  public void beforeEach(ExtensionContext context) {
    before = Nd4j.dataType();
    Nd4j.setDefaultDataTypes(DataType.DOUBLE, DataType.DOUBLE);
  }

  @Override
  public void afterEach(ExtensionContext context) {
    Nd4j.setDefaultDataTypes(before, before);
  }
}
