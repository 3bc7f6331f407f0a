package dev.inputmethod.corpus;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;

/**
 * Assigns each dialogue to a split by a hash of its utterances, keyed with the split's seed. A
 * dialogue's split does not change when others are added, removed or moved, and equal dialogues are
 * in the same split.
 */
final class Splitter {
  private final SplitShares shares;
  private final MessageDigest digest = DataHash.sha256();

  Splitter(SplitShares shares) {
    this.shares = shares;
  }

  Split split(List<String> dialogue) {
    digest.update(ByteBuffer.allocate(Long.BYTES).putLong(0, shares.seed()));
    for (String utterance : dialogue) {
      byte[] bytes = utterance.getBytes(StandardCharsets.UTF_8);
      // With its length, so that moving a word to the next utterance changes the hash.
      digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, bytes.length));
      digest.update(bytes);
    }
    long bits = ByteBuffer.wrap(digest.digest()).getLong();
    double point = (bits >>> 11) * 0x1.0p-53;
    if (point < shares.train()) {
      return Split.TRAIN;
    }
    // Without a test share, rounding errors in the other two must not create a test split.
    boolean validation = point < shares.train() + shares.validation() || shares.test() == 0;
    return validation ? Split.VALIDATION : Split.TEST;
  }
}
