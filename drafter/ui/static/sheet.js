// The draft as it is edited: findings underlined beneath the text, evidence beside it, lit both ways.
// Texts are only ever set as text, never as HTML. Offsets arrive as the browser counts them (UTF-16).
const PAUSE = 350;
const NAMES = { error: "Must change", warning: "Better change", hint: "Hint" };

function element(tag, className, text) {
  const made = document.createElement(tag);
  if (className) made.className = className;
  if (text !== undefined) made.textContent = text;
  return made;
}

// Where a stretch of the checked text stands in the text as typed since; null where it was touched.
function moved(from, to, start, end) {
  if (from === to) return [start, end];
  let left = 0;
  const most = Math.min(from.length, to.length);
  while (left < most && from[left] === to[left]) left++;
  let right = 0;
  while (right < most - left && from[from.length - 1 - right] === to[to.length - 1 - right]) right++;
  if (end <= left) return [start, end];
  const shift = to.length - from.length;
  return start >= from.length - right ? [start + shift, end + shift] : null;
}

function underline(part) {
  const text = part.area.value;
  const place = (list) => list.flatMap((item) => {
    const where = moved(part.data.text, text, item.start, item.end);
    return where && where[0] < where[1] ? [{ ...item, start: where[0], end: where[1] }] : [];
  });
  part.findings = place(part.data.findings);
  part.sentences = place(part.data.sentences);
  const lit = part.sentences.filter((s) => s.facts.some((id) => part.sheet.lit.includes(id)) || s.start === part.at);
  const cuts = [...new Set([0, text.length, ...[...part.findings, ...lit].flatMap((s) => [s.start, s.end])])];
  cuts.sort((a, b) => a - b);
  const rank = { error: 3, warning: 2, hint: 1 };
  const pieces = [];
  for (let i = 0; i + 1 < cuts.length; i++) {
    const within = (s) => s.start <= cuts[i] && cuts[i + 1] <= s.end;
    const worst = part.findings.filter(within).sort((a, b) => rank[b.severity] - rank[a.severity])[0];
    const classes = [worst?.severity, lit.some(within) ? "lit" : ""].filter(Boolean).join(" ");
    pieces.push(element("span", classes, text.slice(cuts[i], cuts[i + 1])));
  }
  part.under.replaceChildren(...pieces, document.createTextNode("\n"));
  part.area.style.height = "auto";
  part.area.style.height = `${part.area.scrollHeight}px`;
}

function light(sheet, ids) {
  sheet.lit = ids;
  for (const part of sheet.parts.values()) {
    underline(part);
    for (const item of part.evidence.children) item.classList.toggle("lit", ids.includes(item.dataset.id));
  }
}

function follow(part) {
  const at = part.area.selectionStart;
  const here = part.sentences.find((s) => s.start <= at && at <= s.end);
  part.at = here ? here.start : null;
  for (const other of part.sheet.parts.values()) if (other !== part) other.at = null;
  const ids = here ? here.facts : [];
  light(part.sheet, ids);
  document.dispatchEvent(new CustomEvent("drafter:sentence", { detail: ids }));
}

function typed(part) {
  underline(part);
  clearTimeout(part.timer);
  part.timer = setTimeout(() => send(part), PAUSE);
}

function send(part) {
  clearTimeout(part.timer);
  part.timer = null;
  if (part.area.value === part.sent) return;
  part.sent = part.area.value;
  // All edits of this draft at once and as state: a state travels with whatever is clicked next, and where two edits
  // come close together, the later message holds the earlier one too.
  part.sheet.edits[part.data.part] = part.area.value;
  part.sheet.keep("edits", { name: part.sheet.name, parts: { ...part.sheet.edits } });
}

async function copy(part, button) {
  const text = part.area.value;
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    part.area.focus();
    part.area.select();
    document.execCommand("copy");
  }
  button.textContent = "Copied";
  part.sheet.speaker.textContent = `${part.data.label} copied`;
  setTimeout(() => { button.textContent = "Copy"; }, 1600);
}

function build(sheet, data) {
  const part = { sheet, data, lit: [], at: null, timer: null, sent: data.text };
  part.box = element("section", "part");
  const head = element("div", "head");
  const label = element("label", "", data.label);
  label.htmlFor = `part-${data.part}`;
  part.note = element("span", "note");
  const button = element("button", data.part === "message" ? "copy main" : "copy", "Copy");
  button.type = "button";
  button.setAttribute("aria-label", `Copy ${data.label.toLowerCase()}`);
  button.onclick = () => copy(part, button);
  head.append(label, part.note, button);
  part.meter = element("div", "meter");
  part.meter.append(element("i"));
  part.body = element("div", "body");
  const paper = element("div", data.part === "subject" ? "paper line" : "paper");
  part.under = element("div", "under");
  part.under.setAttribute("aria-hidden", "true");
  part.area = element("textarea");
  part.area.id = label.htmlFor;
  part.area.rows = 1;
  part.area.value = data.text;
  part.area.spellcheck = true;
  part.area.lang = data.language || "";
  part.area.oninput = () => typed(part);
  part.area.onblur = () => send(part);
  part.area.onkeyup = part.area.onclick = () => follow(part);
  paper.append(part.under, part.area);
  part.evidence = element("ul", "evidence");
  part.evidence.setAttribute("aria-label", `Evidence for the ${data.label.toLowerCase()}`);
  part.body.append(paper, part.evidence);
  part.list = element("ul", "findings");
  part.list.setAttribute("aria-label", `Findings in the ${data.label.toLowerCase()}`);
  part.box.append(head, part.meter, part.body, part.list);
  return part;
}

function showEvidence(part, facts) {
  const ids = [...new Set(part.data.sentences.flatMap((s) => s.facts))].filter((id) => facts[id]);
  part.body.classList.toggle("evident", ids.length > 0);
  part.evidence.replaceChildren(...ids.map((id) => {
    const item = element("li");
    item.dataset.id = id;
    const button = element("button", "", `“${facts[id].quote}”`);
    button.type = "button";
    button.append(element("span", "source", facts[id].source));
    const on = () => { light(part.sheet, [id]); document.dispatchEvent(new CustomEvent("drafter:sentence", { detail: [id] })); };
    const off = () => { light(part.sheet, []); document.dispatchEvent(new CustomEvent("drafter:sentence", { detail: [] })); };
    button.onmouseenter = button.onfocus = on;
    button.onmouseleave = button.onblur = off;
    button.onclick = () => {
      const sentence = part.sentences.find((s) => s.facts.includes(id));
      if (!sentence) return;
      part.area.focus();
      part.area.setSelectionRange(sentence.start, sentence.end);
    };
    item.append(button);
    return item;
  }));
}

function showFindings(part) {
  part.list.replaceChildren(...part.data.findings.map((finding) => {
    const item = element("li", finding.severity);
    const button = element("button");
    button.type = "button";
    button.append(element("b", "", `${NAMES[finding.severity]}: `), `${finding.message} `, element("span", "", finding.advice));
    button.onclick = () => {
      const where = moved(part.data.text, part.area.value, finding.start, finding.end);
      part.area.focus();
      if (where) part.area.setSelectionRange(where[0], where[1]);
    };
    item.append(button);
    return item;
  }));
}

function update(part, data, facts) {
  part.data = data;
  part.area.lang = data.language || "";
  part.note.textContent = data.note;
  part.note.classList.toggle("over", data.over);
  part.meter.hidden = data.filled === null;
  part.meter.classList.toggle("over", data.over);
  part.meter.firstChild.style.width = `${Math.min(100, (data.filled ?? 0) * 100)}%`;
  showEvidence(part, facts);
  showFindings(part);
}

export default function (component) {
  const { parentElement, data, setStateValue } = component;
  const root = parentElement.querySelector(".root");
  let sheet = root.sheet;
  if (!sheet || sheet.name !== data.name) {
    sheet = root.sheet = { name: data.name, parts: new Map(), edits: {}, lit: [], speaker: element("div", "spoken") };
    sheet.speaker.setAttribute("role", "status");
    sheet.box = element("div", "sheet");
    // The page's own shortcuts must not fire while one types here.
    sheet.box.addEventListener("keydown", (event) => {
      if (event.target.tagName === "TEXTAREA" && !event.ctrlKey && !event.metaKey && !event.altKey) event.stopPropagation();
    });
    root.replaceChildren(sheet.box, sheet.speaker);
  }
  sheet.keep = setStateValue;
  for (const [name, part] of sheet.parts) {
    if (!data.parts.some((p) => p.part === name)) { part.box.remove(); sheet.parts.delete(name); }
  }
  for (const given of data.parts) {
    if (!sheet.parts.has(given.part)) {
      sheet.parts.set(given.part, build(sheet, given));
      sheet.box.append(sheet.parts.get(given.part).box);
    }
    const part = sheet.parts.get(given.part);
    update(part, given, data.facts);
    requestAnimationFrame(() => underline(part));
  }
  const spoken = data.summary;
  if (sheet.spoken !== spoken) { sheet.spoken = spoken; sheet.speaker.textContent = spoken; }
  const listen = (event) => light(sheet, event.detail);
  document.addEventListener("drafter:facts", listen);
  let width = root.clientWidth;
  const resize = new ResizeObserver(() => {
    if (root.clientWidth === width) return;
    width = root.clientWidth;
    for (const part of sheet.parts.values()) underline(part);
  });
  resize.observe(root);
  return () => { document.removeEventListener("drafter:facts", listen); resize.disconnect(); };
}
