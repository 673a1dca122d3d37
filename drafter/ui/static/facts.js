// The facts as cards: tick to use, strike to avoid. Texts are only ever set as text, never as HTML.
function element(tag, className, text) {
  const made = document.createElement(tag);
  if (className) made.className = className;
  if (text !== undefined) made.textContent = text;
  return made;
}

function light(root, ids) {
  for (const card of root.querySelectorAll(".fact")) card.classList.toggle("lit", ids.includes(card.dataset.id));
}

function tell(ids) {
  document.dispatchEvent(new CustomEvent("drafter:facts", { detail: ids }));
}

function control(text, checked, describe, onChange) {
  const label = element("label");
  const box = element("input");
  box.type = "checkbox";
  box.checked = checked;
  box.setAttribute("aria-label", describe);
  box.onchange = () => onChange(box.checked);
  label.append(box, element("span", "", text));
  return label;
}

function card(fact, state) {
  const item = element("li", `fact ${fact.mark} ${fact.cited ? "cited" : ""}`);
  item.dataset.id = fact.id;
  item.append(element("p", "statement", fact.statement));
  if (fact.quote) item.append(element("p", "quote", `“${fact.quote}”`));
  const meta = element("p", "meta");
  for (const flag of fact.flags) meta.append(element("span", "flag", flag));
  meta.append(document.createTextNode([fact.age, fact.source].filter(Boolean).join(" · ")));
  const controls = element("div", "controls");
  const mark = (name) => (on) => {
    // All marks so far: of two quick clicks only the later message may arrive.
    state.marks[fact.key] = on ? name : "";
    state.keep("marks", { ...state.marks });
  };
  controls.append(
    control("Use", fact.mark === "use", `Use: ${fact.statement}`, mark("use")),
    control("Avoid", fact.mark === "avoid", `Avoid: ${fact.statement}`, mark("avoid")),
  );
  const foot = element("div", "foot");
  foot.append(meta, controls);
  item.append(foot);
  item.onmouseenter = () => tell([fact.id]);
  item.onmouseleave = () => tell([]);
  item.onfocusin = () => tell([fact.id]);
  item.onfocusout = () => tell([]);
  return item;
}

export default function (component) {
  const { parentElement, data, setStateValue } = component;
  const root = parentElement.querySelector(".root");
  const state = (root.state ??= { all: false, marks: {} });
  state.keep = setStateValue;
  const had = root.getRootNode().activeElement?.getAttribute("aria-label");
  const list = element("ul", "facts");
  list.setAttribute("aria-label", "What is known");
  const shown = state.all ? data.facts : data.facts.slice(0, data.first);
  for (const fact of shown) list.append(card(fact, state));
  root.replaceChildren(list);
  if (shown.length < data.facts.length) {
    const more = element("button", "more", `Show ${data.facts.length - shown.length} more`);
    more.onclick = () => { state.all = true; root.redraw(); };
    root.append(more);
  }
  root.redraw = () => { root.dispatchEvent(new Event("redraw")); };
  root.addEventListener("redraw", () => {
    list.replaceChildren(...data.facts.map((fact) => card(fact, state)));
    root.querySelector(".more")?.remove();
    list.querySelector(`li:nth-child(${data.first + 1}) input`)?.focus();
  }, { once: true });
  if (had) [...root.querySelectorAll("input")].find((box) => box.getAttribute("aria-label") === had)?.focus();
  const listen = (event) => light(root, event.detail);
  document.addEventListener("drafter:sentence", listen);
  return () => document.removeEventListener("drafter:sentence", listen);
}
