
(() => {
  "use strict";
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const one = (selector) => document.querySelector(selector);
  const body = document.body;
  const list = one("#blocks");
  const blocks = all(".block", list);
  const picks = all(".pick");
  const chips = all("[data-filter]");
  const differences = one("[data-differences]");
  const search = one("#search");
  const tools = one(".tools");
  const texts = new Map(blocks.map((block) => [block, all(".said", block).filter((e) => !e.closest(".why"))]));
  const folded = new Map(blocks.map((block) => [block, texts.get(block).map((e) => e.textContent).join(" ").toLocaleLowerCase()]));
  let chosen = null;
  let field = null;

  body.classList.add("js");
  one("#theme").hidden = false;

  const calm = matchMedia("(prefers-reduced-motion: reduce)");
  const bring = (element, block = "center") => element.scrollIntoView({ block, behavior: calm.matches ? "auto" : "smooth" });
  const press = (button, on) => button.setAttribute("aria-pressed", String(on));
  const pressed = (button) => button.getAttribute("aria-pressed") === "true";
  const shown = () => blocks.filter((block) => !block.hidden);

  // --- what is said of a block ---

  const inspect = (block) => {
    body.classList.toggle("inspecting", Boolean(block));
    one("#reasons").replaceChildren(...(block ? all(".why", block).map((why) => why.cloneNode(true)) : []));
    const names = block ? all("[data-goto]", block).map((button) => button.dataset.goto) : [];
    for (const section of all("section.field")) section.classList.toggle("from", names.includes(section.id.slice(2)));
  };

  const choose = (block, focus = true) => {
    for (const other of blocks) {
      if (other.getAttribute("aria-selected") === "true") other.setAttribute("aria-selected", "false");
      other.tabIndex = -1;
    }
    chosen = block;
    list.tabIndex = block ? -1 : 0;
    if (block) {
      block.setAttribute("aria-selected", "true");
      block.tabIndex = 0;
      if (focus && document.activeElement !== block) block.focus({ preventScroll: true });
    }
    inspect(block);
  };

  list.addEventListener("pointerover", (event) => {
    const block = event.target.closest(".block");
    if (block && event.pointerType === "mouse") inspect(block);
  });
  list.addEventListener("pointerleave", () => inspect(chosen));
  list.addEventListener("click", (event) => {
    const block = event.target.closest(".block");
    if (block && getSelection().isCollapsed) choose(block);
  });
  list.addEventListener("focusin", (event) => {
    if (event.target === list) step(0);
    else if (event.target.classList.contains("block") && event.target !== chosen) choose(event.target);
  });
  one("#close").addEventListener("click", () => {
    const last = chosen;
    choose(null);
    last?.focus({ preventScroll: true });
    inspect(null);
  });

  // --- where a field comes from ---

  const numbers = (text) => (text ? text.split(" ") : []);
  const trace = (pick) => {
    field = pick && !pressed(pick) ? pick : null;
    for (const other of picks) press(other, other === field);
    const lit = new Set(numbers(field?.dataset.blocks));
    const beaten = new Set(numbers(field?.dataset.lost));
    for (const block of blocks) {
      const number = block.id.slice(1);
      block.classList.toggle("lit", lit.has(number));
      block.classList.toggle("beaten", beaten.has(number) && !lit.has(number));
    }
    body.classList.toggle("tracing", lit.size > 0 || beaten.size > 0);
    if (field) {
      clearFilters();
      const first = blocks.find((block) => block.classList.contains("lit")) ?? blocks.find((block) => block.classList.contains("beaten"));
      if (first) {
        view("page");
        bring(first);
        inspect(first);
      }
    }
    tell();
  };
  for (const pick of picks) pick.addEventListener("click", () => trace(pick));
  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-goto]");
    if (button) enter(button.dataset.goto);
  });
  const enter = (name) => {
    const pick = picks.find((button) => button.dataset.field === name);
    if (!pick) {
      bring(document.getElementById("f-" + name));
      return;
    }
    if (!pressed(pick)) trace(pick);
    if (!wide.matches) view("article");
    pick.focus({ preventScroll: true });
    bring(pick, "nearest");
  };

  // --- filters and search ---

  const filter = () => {
    const labels = new Set(chips.filter(pressed).map((chip) => chip.dataset.filter));
    const words = search.value.trim().toLocaleLowerCase();
    const different = differences && pressed(differences);
    for (const block of blocks) {
      const fits = labels.size === 0 || block.dataset.label.split(" ").some((label) => labels.has(label));
      block.hidden = !fits || !folded.get(block).includes(words) || (different && block.dataset.change === "same");
    }
    if (different !== null) for (const row of all("tr[data-change]")) row.hidden = different && row.dataset.change === "same";
    mark(words);
    one("#clear").hidden = labels.size === 0 && !words && !different;
    tell();
  };

  const mark = (words) => {
    if (!globalThis.CSS?.highlights) return;
    CSS.highlights.delete("found");
    if (!words) return;
    const ranges = [];
    for (const block of shown()) {
      for (const node of texts.get(block).flatMap((e) => [...e.childNodes])) {
        const text = node.data.toLocaleLowerCase();
        if (text.length !== node.data.length) continue;
        for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + words.length)) {
          const range = new Range();
          range.setStart(node, at);
          range.setEnd(node, at + words.length);
          ranges.push(range);
        }
      }
    }
    CSS.highlights.set("found", new Highlight(...ranges));
  };

  const clearFilters = () => {
    for (const chip of chips) press(chip, false);
    if (differences) press(differences, false);
    search.value = "";
    filter();
  };

  const tell = () => {
    const left = shown().length;
    const parts = [];
    if (left !== blocks.length) parts.push(left + " of " + blocks.length + " blocks");
    if (field) {
      const count = numbers(field.dataset.blocks).length;
      const where = count === 0 ? "declared, not shown" : "from " + count + (count === 1 ? " block" : " blocks");
      parts.push(field.textContent + ": " + where);
    }
    one("#status").textContent = parts.join(" · ");
  };

  for (const chip of [...chips, differences].filter(Boolean)) {
    chip.addEventListener("click", () => {
      press(chip, !pressed(chip));
      filter();
    });
  }
  search.addEventListener("input", filter);
  one("#clear").addEventListener("click", () => {
    clearFilters();
    search.focus();
  });
  tools.addEventListener("submit", (event) => event.preventDefault());

  // --- keys ---

  const step = (by) => {
    const able = shown();
    if (able.length === 0) return;
    const from = able.indexOf(chosen);
    const to = from < 0 ? (by < 0 ? able.length - 1 : 0) : Math.min(able.length - 1, Math.max(0, from + by));
    choose(able[to]);
    bring(able[to], "nearest");
  };
  const STEPS = { ArrowDown: 1, ArrowUp: -1, PageDown: 10, PageUp: -10, Home: -Infinity, End: Infinity };

  list.addEventListener("keydown", (event) => {
    if (event.key in STEPS) {
      event.preventDefault();
      step(STEPS[event.key]);
    } else if (event.key === "Enter" || event.key === " ") {
      const button = chosen && all("[data-goto]", chosen)[0];
      if (button) {
        event.preventDefault();
        enter(button.dataset.goto);
      }
    }
  });
  for (const [at, pick] of picks.entries()) {
    pick.addEventListener("keydown", (event) => {
      const next = event.key === "ArrowDown" ? picks[at + 1] : event.key === "ArrowUp" ? picks[at - 1] : null;
      if (!next) return;
      event.preventDefault();
      next.focus();
    });
  }
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "/" && document.activeElement !== search) {
      event.preventDefault();
      view("page");
      search.focus();
    } else if (event.key === "Escape") {
      trace(null);
      clearFilters();
      choose(null);
    }
  });

  // --- views and theme ---

  const measure = () => {
    const high = getComputedStyle(tools).position === "sticky" ? tools.offsetHeight : one(".views").offsetHeight;
    document.documentElement.style.setProperty("--tools", high + "px");
  };
  new ResizeObserver(measure).observe(tools);

  const wide = matchMedia("(min-width: 60.01rem)");
  const views = all("[data-show]");
  const view = (name) => {
    body.dataset.view = name;
    for (const button of views) press(button, button.dataset.show === name);
    if (name === "article" && !wide.matches) inspect(null);
  };
  for (const button of views) button.addEventListener("click", () => view(button.dataset.show));

  const THEMES = ["auto", "light", "dark"];
  one("#theme").addEventListener("click", (event) => {
    const root = document.documentElement;
    const next = THEMES[(THEMES.indexOf(root.dataset.theme) + 1) % THEMES.length];
    root.dataset.theme = next;
    event.target.textContent = "theme: " + next;
  });
})();
