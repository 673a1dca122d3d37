// The teleprompter: words light up at the pace at which they should be said; the browser can read them aloud.
function element(tag, className, text) {
  const made = document.createElement(tag);
  if (className) made.className = className;
  if (text !== undefined) made.textContent = text;
  return made;
}

// A word's share of the time: longer words and the ends of sentences take longer.
function weight(word) {
  return 1 + word.length / 6 + (/[.!?…。！？]$/.test(word) ? 1.5 : 0) + (/[,;:]$/.test(word) ? 0.6 : 0) + (/\d/.test(word) ? 1 : 0);
}

// Words a minute of a browser's voice at its usual rate, roughly.
const USUAL_PACE = 165;

export default function (component) {
  const { parentElement, data } = component;
  const root = parentElement.querySelector(".root");
  if (root.given === JSON.stringify(data)) return root.cleanup;
  root.cleanup?.();
  root.given = JSON.stringify(data);
  const box = element("div", "prompter");
  const screen = element("div", "screen");
  screen.tabIndex = 0;
  screen.lang = data.language;
  screen.setAttribute("role", "region");
  screen.setAttribute("aria-label", "Text to read aloud");
  const words = [];
  let total = 0;
  for (const paragraph of data.text.split(/\n+/).filter((line) => line.trim())) {
    const block = element("p");
    for (const word of paragraph.split(/\s+/).filter(Boolean)) {
      const span = element("span", "", word);
      total += weight(word);
      words.push({ span, until: total });
      block.append(span, " ");
    }
    screen.append(block);
  }
  const bar = element("div", "bar");
  const start = element("button", "main", "Start");
  const again = element("button", "", "Back to the beginning");
  const speak = element("button", "", "Read it to me");
  const clock = element("span", "clock", `0 of ${Math.round(data.seconds)} s`);
  for (const button of [start, again, speak]) button.type = "button";
  bar.append(start, again, speak, clock);
  box.append(screen, bar);
  root.replaceChildren(box);

  let gone = 0;
  let began = null;
  let frame = null;
  let at = -1;
  const show = () => {
    const reached = (gone / data.seconds) * total;
    const place = words.findIndex((word) => word.until > reached);
    if (place !== at) {
      at = place;
      words.forEach((word, index) => { word.span.className = place === -1 || index < place ? "said" : index === place ? "now" : ""; });
      const span = words[place]?.span;
      if (span) screen.scrollTop = span.offsetTop - screen.offsetTop - screen.clientHeight / 3;
    }
    clock.textContent = `${Math.round(gone)} of ${Math.round(data.seconds)} s`;
  };
  const tick = (now) => {
    gone += (now - began) / 1000;
    began = now;
    if (gone >= data.seconds) { gone = data.seconds; show(); pause(); return; }
    show();
    frame = requestAnimationFrame(tick);
  };
  const pause = () => { cancelAnimationFrame(frame); frame = null; start.textContent = "Start"; };
  const run = () => {
    if (gone >= data.seconds) gone = 0;
    start.textContent = "Pause";
    frame = requestAnimationFrame((now) => { began = now; tick(now); });
  };
  start.onclick = () => (frame === null ? run() : pause());
  again.onclick = () => { pause(); gone = 0; at = -1; show(); screen.scrollTop = 0; };
  speak.hidden = !("speechSynthesis" in window);
  speak.onclick = () => {
    if (speechSynthesis.speaking) { speechSynthesis.cancel(); speak.textContent = "Read it to me"; return; }
    const speech = new SpeechSynthesisUtterance(data.text);
    speech.lang = data.language;
    speech.rate = data.pace / USUAL_PACE;
    const voice = speechSynthesis.getVoices().find((v) => v.localService && v.lang.toLowerCase().startsWith(data.language));
    if (voice) speech.voice = voice;
    speech.onend = speech.onerror = () => { speak.textContent = "Read it to me"; };
    speak.textContent = "Stop reading";
    speechSynthesis.speak(speech);
  };
  show();
  root.cleanup = () => { pause(); if ("speechSynthesis" in window) speechSynthesis.cancel(); };
  return () => { root.cleanup(); root.given = null; };
}
