
"use strict";
(() => {
  // Everything can be read without this; it adds read-outs, sorting, switching lines, and a linear axis.
  const all = (selector, root) => Array.from((root || document).querySelectorAll(selector));
  const rows = all("#configurations tr[data-key]");
  const names = new Map(rows.map((row) => [row.dataset.key, row.dataset.name]));
  const keyOf = (element) => (element.getAttribute("class").match(/\bc\d+\b/) || [""])[0];
  const parts = { train: "training", valid: "validation", first: "before training", hidden: "states", back: "backward states", state: "forward states", alone: "h alone", failed: "training of a failed trial", best: "best epoch" };
  const create = (tag, text) => {
    const element = document.createElement(tag);
    if (text !== undefined) element.textContent = text;
    return element;
  };

  // Sorting.
  all("table thead th:not([data-fixed])").forEach((head) => {
    const table = head.closest("table");
    if (table.id !== "configurations" || head.closest(".spans")) return;
    const button = create("button", head.textContent);
    button.type = "button";
    head.replaceChildren(button);
    button.addEventListener("click", () => {
      const column = head.cellIndex;
      const descending = head.getAttribute("aria-sort") === "ascending";
      all("th[aria-sort]", table).forEach((other) => other.removeAttribute("aria-sort"));
      head.setAttribute("aria-sort", descending ? "descending" : "ascending");
      const value = (row) => row.cells[column].dataset.order;
      const sorted = all("tbody tr", table).sort((a, b) => {
        const [x, y] = [value(a), value(b)];
        if (x === "" || y === "") return (x === "") - (y === "");
        const order = isNaN(x) || isNaN(y) ? x.localeCompare(y) : x - y;
        return descending ? -order : order;
      });
      table.tBodies[0].append(...sorted);
    });
  });

  // Switching configurations on and off.
  const groups = new Map();
  all("svg g[class]").forEach((group) => {
    const key = keyOf(group);
    if (key && !group.closest(".spark")) groups.set(key, (groups.get(key) || []).concat(group));
  });
  const show = (key, on) => {
    (groups.get(key) || []).forEach((group) => group.classList.toggle("off", !on));
    all(".panel." + key).forEach((panel) => panel.classList.toggle("off", !on));
  };
  const heat = (key, on) => (groups.get(key) || []).forEach((group) => group.classList.toggle("hot", on));
  const boxes = [];
  rows.forEach((row) => {
    const box = create("input");
    box.type = "checkbox";
    box.checked = true;
    box.setAttribute("aria-label", "Show " + row.dataset.name + " in the charts");
    box.addEventListener("change", () => show(row.dataset.key, box.checked));
    boxes.push([row.dataset.key, box]);
    row.cells[0].prepend(box);
    row.addEventListener("pointerenter", () => heat(row.dataset.key, true));
    row.addEventListener("pointerleave", () => heat(row.dataset.key, false));
  });
  all("#verdicts tr[data-key]").forEach((row) => {
    row.addEventListener("pointerenter", () => heat(row.dataset.key, true));
    row.addEventListener("pointerleave", () => heat(row.dataset.key, false));
  });
  const configurations = document.getElementById("configurations");
  if (configurations && rows.length > 1) {
    const tools = create("div");
    tools.className = "tools";
    tools.append(create("span", "Show in the charts:"));
    [["all", () => true], ["none", () => false], ["first three", (i) => i < 3]].forEach(([text, wanted]) => {
      const button = create("button", text);
      button.type = "button";
      button.addEventListener("click", () =>
        boxes.forEach(([key, box], i) => {
          box.checked = wanted(i);
          show(key, box.checked);
        }));
      tools.append(button);
    });
    configurations.parentElement.before(tools);
  }

  // Paper cannot be unfolded.
  addEventListener("beforeprint", () => all("details").forEach((each) => { each.open = true; }));

  // A link to something folded unfolds it.
  const unfold = (hash) => {
    const target = document.getElementById(hash.slice(1));
    if (target && target.tagName === "DETAILS") target.open = true;
  };
  all("a[href^='#']").forEach((link) => link.addEventListener("click", () => unfold(link.hash)));
  unfold(location.hash);

  // Reading values out of the pictures: the axes are on the svg, the points in the paths.
  const axis = (text, from, length) => {
    const [lower, upper, scale] = text.split(" ");
    const forth = scale === "log" ? Math.log10 : (v) => v;
    const back = scale === "log" ? (v) => 10 ** v : (v) => v;
    const [a, b] = [forth(+lower), forth(+upper)];
    return { lower: +lower, upper: +upper, log: scale === "log",
      value: (pixel) => back(a + (b - a) * (pixel - from) / length),
      pixel: (value) => from + length * (forth(value) - a) / (b - a) };
  };
  const points = (path) => {
    const numbers = /([Mlz])|(-?[\d.]+)[ ,]?(-?[\d.]+)/g;
    const found = [];
    let [command, x, y, match] = ["M", 0, 0, null];
    while ((match = numbers.exec(path))) {
      if (match[1]) command = match[1];
      else {
        x = command === "M" ? +match[2] : x + +match[2];
        y = command === "M" ? +match[3] : y + +match[3];
        found.push([x, y]);
      }
    }
    return found;
  };
  const figures = new WeakMap();
  const read = (svg) => {
    if (figures.has(svg)) return figures.get(svg);
    const [left, top, width, height] = svg.dataset.plot.split(" ").map(Number);
    const figure = { left, top, width, height,
      x: axis(svg.dataset.x, left, width),
      y: axis(svg.dataset.y, top + height, -height), lines: [] };
    all("g[class]:not(.band):not(.end):not(.mark)", svg).forEach((group) => {
      const key = keyOf(group);
      const path = group.querySelector(":scope > path");
      if (key && path) figure.lines.push({ key, group, points: points(path.getAttribute("d")) });
    });
    figures.set(svg, figure);
    return figure;
  };
  const format = (value) => {
    const size = Math.abs(value);
    if (size !== 0 && (size < 1e-3 || size >= 1e6)) return value.toExponential(1).replace("-", "−");
    return (Number.isInteger(value) ? String(value) : value.toPrecision(3)).replace("-", "−");
  };
  const readout = create("div");
  readout.id = "readout";
  readout.hidden = true;
  readout.setAttribute("role", "status");
  document.body.append(readout);
  let hot = null;
  const clear = () => {
    if (!hot) return;
    heat(hot.key, false);
    hot.cursor.remove();
    readout.hidden = true;
    hot = null;
  };
  const visible = (figure) => figure.lines.filter((line) => !line.group.classList.contains("off"));
  const tell = (svg, figure, line, index) => {
    clear();
    const [px, py] = line.points[index];
    const cursor = document.createElementNS("http://www.w3.org/2000/svg", "circle");
    cursor.setAttribute("cx", px);
    cursor.setAttribute("cy", py);
    cursor.setAttribute("r", 3.5);
    cursor.setAttribute("class", "cursor");
    svg.append(cursor);
    heat(line.key, true);
    hot = { key: line.key, cursor, line, index };
    const part = line.group.getAttribute("class").split(" ").map((name) => parts[name]).find(Boolean);
    const [xName, yName] = [svg.dataset.xLabel.split(",")[0], svg.dataset.yLabel.split(",")[0]];
    const x = Math.round(figure.x.value(px));
    readout.replaceChildren(
      create("b", names.get(line.key) + (part ? ", " + part : "")),
      create("span", yName + " " + format((figure.linear || figure.y).value(py)) + " at " + xName + " " + x));
    readout.hidden = false;
    const box = svg.getBoundingClientRect();
    const scale = box.width / svg.viewBox.baseVal.width;
    const left = box.left + px * scale + 14;
    const top = box.top + py * scale - readout.offsetHeight - 10;
    readout.style.left = Math.max(4, Math.min(left, innerWidth - readout.offsetWidth - 8)) + "px";
    readout.style.top = Math.max(4, top) + "px";
  };
  all("svg.full, svg.small").forEach((svg) => {
    svg.addEventListener("pointermove", (event) => {
      const figure = read(svg);
      const box = svg.getBoundingClientRect();
      const scale = box.width / svg.viewBox.baseVal.width;
      const [mx, my] = [(event.clientX - box.left) / scale, (event.clientY - box.top) / scale];
      let best = null;
      visible(figure).forEach((line) => line.points.forEach(([x, y], index) => {
        const far = Math.hypot(x - mx, y - my);
        if (far < 40 && (!best || far < best.far)) best = { far, line, index };
      }));
      if (best) tell(svg, figure, best.line, best.index);
      else clear();
    });
    svg.addEventListener("pointerleave", clear);
    svg.addEventListener("blur", clear);
    // A stop for each of a hundred small pictures would keep a keyboard from getting anywhere.
    svg.tabIndex = svg.matches(".full") ? 0 : -1;
    svg.addEventListener("keydown", (event) => {
      const move = { ArrowLeft: [0, -1], ArrowRight: [0, 1], ArrowUp: [-1, 0], ArrowDown: [1, 0] }[event.key];
      if (event.key === "Escape") clear();
      if (!move) return;
      const figure = read(svg);
      const lines = visible(figure);
      if (!lines.length) return;
      event.preventDefault();
      const at = hot ? lines.indexOf(hot.line) : -1;
      const next = at < 0 ? lines[lines.length - 1] : lines[(at + move[0] + lines.length) % lines.length];
      const index = at < 0 ? 0 : Math.max(0, Math.min(next.points.length - 1, hot.index + move[1]));
      tell(svg, figure, next, index);
    });
  });

  // A linear axis for the pictures of reach: the same paths, moved.
  const toLinear = (svg, on) => {
    const figure = read(svg);
    clear();
    all(".linear", svg).forEach((part) => part.remove());
    all(".tx,.gr,.ax", svg).forEach((part) => {
      const level = part.getAttribute("y1") === part.getAttribute("y2");
      const vertical = part.matches(".gr") || (part.matches(".tx") && part.getAttribute("text-anchor") === "end") ||
        (part.matches(".ax") && level && +part.getAttribute("x2") <= figure.left);
      if (vertical) part.classList.toggle("off", on);
    });
    let highest = 0;
    figure.lines.forEach((line) => {
      line.log = line.log || line.points;
      line.log.forEach(([, y]) => { highest = Math.max(highest, figure.y.value(y)); });
    });
    const rough = highest / 5 || 1;
    const decade = 10 ** Math.floor(Math.log10(rough));
    const step = decade * [1, 2, 5, 10].find((factor) => decade * factor >= rough);
    figure.linear = on ? axis("0 " + highest + " linear", figure.top + figure.height, -figure.height) : null;
    const moved = (y) => on ? figure.linear.pixel(figure.y.value(y)) : y;
    figure.lines.forEach((line) => {
      line.points = line.log.map(([x, y]) => [x, moved(y)]);
      line.path = line.path || line.group.querySelector("path").getAttribute("d");
      line.group.querySelector("path").setAttribute("d", on
        ? "M" + line.points.map(([x, y]) => x.toFixed(1) + " " + y.toFixed(1)).join("L") : line.path);
    });
    all("g.band,g.end,g.text,.fl", svg).forEach((part) => part.classList.toggle("away", on));
    all(".away", svg).forEach((part) => { part.style.display = "none"; });
    if (!on) all("g.band,g.end,g.text,.fl", svg).forEach((part) => { part.style.display = ""; });
    for (let value = 0; on && value <= highest; value += step) {
      const text = document.createElementNS("http://www.w3.org/2000/svg", "text");
      const y = figure.linear.pixel(value);
      text.setAttribute("x", figure.left - 6);
      text.setAttribute("y", y + 4);
      text.setAttribute("text-anchor", "end");
      text.setAttribute("class", "linear");
      text.textContent = format(+value.toPrecision(6)).replace(/(\.\d*?)0+$/, "$1").replace(/\.$/, "");
      const line = document.createElementNS("http://www.w3.org/2000/svg", "line");
      [["x1", figure.left], ["x2", figure.left + figure.width], ["y1", y], ["y2", y], ["class", "gr linear"]]
        .forEach(([name, of]) => line.setAttribute(name, of));
      svg.querySelector("g").prepend(line);
      svg.append(text);
    }
  };
  const pictures = all("#fig-reach-input svg.full, #reach svg.full, #reach svg.small");
  if (pictures.length) {
    const tools = create("div");
    tools.className = "tools";
    const button = create("button", "Linear axis");
    button.type = "button";
    button.setAttribute("aria-pressed", "false");
    button.addEventListener("click", () => {
      const on = button.getAttribute("aria-pressed") !== "true";
      button.setAttribute("aria-pressed", String(on));
      pictures.forEach((svg) => toLinear(svg, on));
    });
    tools.append(button);
    pictures[0].closest(".figure").before(tools);
  }
  document.documentElement.dataset.ready = "true";
})();
