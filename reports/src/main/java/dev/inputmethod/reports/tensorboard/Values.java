package dev.inputmethod.reports.tensorboard;

import com.google.protobuf.ByteString;
import dev.inputmethod.reports.tensorboard.Histogram.Bucket;
import dev.inputmethod.reports.tensorboard.proto.DataClass;
import dev.inputmethod.reports.tensorboard.proto.DataType;
import dev.inputmethod.reports.tensorboard.proto.HParamsPluginData;
import dev.inputmethod.reports.tensorboard.proto.Layout;
import dev.inputmethod.reports.tensorboard.proto.Summary;
import dev.inputmethod.reports.tensorboard.proto.SummaryMetadata;
import dev.inputmethod.reports.tensorboard.proto.SummaryMetadata.PluginData;
import dev.inputmethod.reports.tensorboard.proto.TensorProto;
import dev.inputmethod.reports.tensorboard.proto.TensorShapeProto;
import dev.inputmethod.reports.tensorboard.proto.TensorShapeProto.Dim;

/** The kinds of value TensorBoard's plugins show, each with the metadata that says which it is. */
final class Values {
  private static final int EDGES_AND_COUNT = 3;

  private Values() {}

  /** A number: a float tensor of rank 0, since TensorBoard drops other types. */
  static Summary.Value scalar(String tag, double value) {
    return scalar(tag, value, "");
  }

  /** The same with a description, which TensorBoard shows beside the chart. */
  static Summary.Value scalar(String tag, double value, String description) {
    return value(
        tag,
        metadata("scalars", DataClass.DATA_CLASS_SCALAR, ByteString.EMPTY).toBuilder()
            .setSummaryDescription(description)
            .build(),
        tensor(DataType.DT_FLOAT).addFloatVal((float) value));
  }

  /** A double tensor {@code [buckets, 3]}: left, right, count. */
  static Summary.Value histogram(String tag, Histogram histogram) {
    TensorProto.Builder tensor = tensor(DataType.DT_DOUBLE);
    tensor
        .getTensorShapeBuilder()
        .addDim(Dim.newBuilder().setSize(histogram.buckets().size()))
        .addDim(Dim.newBuilder().setSize(EDGES_AND_COUNT));
    for (Bucket bucket : histogram.buckets()) {
      tensor
          .addDoubleVal(bucket.left())
          .addDoubleVal(bucket.right())
          .addDoubleVal((double) bucket.count());
    }
    return value(
        tag, metadata("histograms", DataClass.DATA_CLASS_TENSOR, ByteString.EMPTY), tensor);
  }

  /** Markdown. */
  static Summary.Value text(String tag, String markdown) {
    return value(
        tag,
        metadata("text", DataClass.DATA_CLASS_TENSOR, ByteString.EMPTY),
        tensor(DataType.DT_STRING).addStringVal(ByteString.copyFromUtf8(markdown)));
  }

  /** The data is in the metadata; the tensor is there because TensorBoard requires one. */
  static Summary.Value hparams(String tag, HParamsPluginData data) {
    return value(
        tag,
        metadata("hparams", DataClass.DATA_CLASS_TENSOR, data.toByteString()),
        tensor(DataType.DT_FLOAT).addFloatVal(0));
  }

  /** What the page "Custom Scalars" shows, under the tag it looks for. */
  static Summary.Value layout(Layout layout) {
    return value(
        "custom_scalars__config__",
        metadata("custom_scalars", DataClass.DATA_CLASS_TENSOR, ByteString.EMPTY),
        tensor(DataType.DT_STRING).addStringVal(layout.toByteString()));
  }

  private static Summary.Value value(
      String tag, SummaryMetadata metadata, TensorProto.Builder tensor) {
    return Summary.Value.newBuilder().setTag(tag).setMetadata(metadata).setTensor(tensor).build();
  }

  private static SummaryMetadata metadata(String plugin, DataClass dataClass, ByteString content) {
    return SummaryMetadata.newBuilder()
        .setPluginData(PluginData.newBuilder().setPluginName(plugin).setContent(content))
        .setDataClass(dataClass)
        .build();
  }

  private static TensorProto.Builder tensor(DataType type) {
    return TensorProto.newBuilder()
        .setDtype(type)
        .setTensorShape(TensorShapeProto.getDefaultInstance());
  }
}
