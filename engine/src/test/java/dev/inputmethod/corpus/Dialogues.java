package dev.inputmethod.corpus;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Dialogue files for tests. */
public final class Dialogues {
  private static final List<String> PEOPLE = List.of("妈妈", "老师", "同学", "朋友", "医生");
  private static final List<String> PLACES = List.of("北京", "学校", "公园", "图书馆", "医院", "饭店", "车站");
  private static final List<String> TIMES =
      List.of("今天", "明天", "昨天", "上午", "下午", "晚上", "周末", "现在", "早上");

  private Dialogues() {}

  /** A line of the reference format. */
  public static String line(String... utterances) {
    List<String> spoken = new ArrayList<>();
    for (int i = 0; i < utterances.length; i++) {
      spoken.add((i % 2 == 0 ? "user1：" : "user2：") + utterances[i]);
    }
    try {
      return new ObjectMapper()
          .writeValueAsString(Map.of("topic", "生活", "user1", "甲", "user2", "乙", "dialog", spoken));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Different dialogues of three utterances, up to 315. */
  public static List<String> lines(int count) {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String person = PEOPLE.get(i % PEOPLE.size());
      String place = PLACES.get(i % PLACES.size());
      String time = TIMES.get(i % TIMES.size());
      lines.add(line(time + "我和" + person + "去" + place + "。", "好的，" + time + "见。", "再见！"));
    }
    return lines;
  }

  /** Writes lines, each ended by {@code \n}. */
  public static Path write(Path file, List<String> lines) throws IOException {
    return Files.writeString(file, String.join("\n", lines) + "\n");
  }
}
