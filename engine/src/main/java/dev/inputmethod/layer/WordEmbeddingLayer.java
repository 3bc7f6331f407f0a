package dev.inputmethod.layer;

import java.util.Locale;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.gradient.DefaultGradient;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.layers.BaseLayer;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.DynamicCustomOp;
import org.nd4j.linalg.factory.Nd4j;

/** A {@link WordEmbedding} at work in a network. */
final class WordEmbeddingLayer extends BaseLayer<WordEmbedding> {
  private static final long serialVersionUID = 1L;

  WordEmbeddingLayer(NeuralNetConfiguration conf, DataType type) {
    super(conf, type);
  }

  @Override
  public INDArray activate(boolean training, LayerWorkspaceMgr workspaces) {
    assertInputSet(false);
    INDArray ids = ids();
    INDArray output =
        TimeMajor.allocate(
            workspaces,
            ArrayType.ACTIVATIONS,
            dataType,
            input.size(0),
            layerConf().getNOut(),
            input.size(1));
    Nd4j.exec(
        DynamicCustomOp.builder("gather")
            .addInputs(getParam(WordEmbeddingParameters.WEIGHT), ids)
            .addOutputs(TimeMajor.rows(output))
            .addIntegerArguments(0)
            .build());
    return output;
  }

  @Override
  public Pair<Gradient, INDArray> backpropGradient(INDArray epsilon, LayerWorkspaceMgr workspaces) {
    assertInputSet(true);
    INDArray gradientView = Parameters.view(gradientViews, WordEmbeddingParameters.WEIGHT);
    gradientView.assign(0);
    Nd4j.exec(
        DynamicCustomOp.builder("scatter_add")
            .addInputs(gradientView, ids(), TimeMajor.rows(epsilon))
            .addOutputs(gradientView)
            .build());
    Gradient gradient = new DefaultGradient();
    gradient.gradientForVariable().put(WordEmbeddingParameters.WEIGHT, gradientView);
    return new Pair<>(gradient, null);
  }

  /** Time-major, {@code [time·batch]}. */
  private INDArray ids() {
    Shapes.requireMatrix(input, "[batch, time]", layerId());
    INDArray ids = input.permute(1, 0).castTo(DataType.INT32).dup('c').reshape(input.length());
    int least = ids.minNumber().intValue();
    int greatest = ids.maxNumber().intValue();
    if (least < 0 || greatest >= layerConf().getNIn()) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "word ids from %d to %d found, 0 to %d allowed %s",
              least,
              greatest,
              layerConf().getNIn() - 1,
              layerId()));
    }
    return ids;
  }

  /** The view already holds the gradient of the mean loss. */
  @Override
  public boolean updaterDivideByMinibatch(String parameter) {
    return false;
  }

  @Override
  public boolean hasBias() {
    return false;
  }

  @Override
  public boolean isPretrainLayer() {
    return false;
  }
}
