"use strict";
const { losses, tree } = data;
const byName = new Map(losses.map((loss, index) => [loss.name, { ...loss, index }]));
const $ = (id) => document.getElementById(id);
const make = (tag, properties = {}, ...children) => {
    const element = Object.assign(document.createElement(tag), properties);
    element.append(...children);
    return element;
};

// The two losses on show: their sliders' numbers, and their values and gradients at every step. `b` may be missing.
const slots = { a: null, b: null };
let wasm, steps, step;

// The numbers that the crate computes along the axis of slot `a`.
function compute(slot) {
    const { loss, numbers } = slot;
    const { from, to } = slots.a.loss.axis;
    new Float32Array(wasm.memory.buffer, wasm.input(), 16).set(numbers);
    slot.refused = !wasm.curve(loss.index, from, to);
    const output = new Float32Array(wasm.memory.buffer, wasm.output(), 2 * (steps + 1)).slice();
    slot.value = output.subarray(0, steps + 1);
    slot.gradient = output.subarray(steps + 1);
    // Curves are broken where the gradient jumps.
    slot.breaks = slot.refused ? [] : breaks(loss, slot.gradient);
}

const position = (axis, step) => Math.fround(axis.from + Math.fround(axis.to - axis.from) * (step / steps));

function breaks(loss, gradient) {
    const rise = (i) => Math.abs(gradient[i] - gradient[i - 1]) || 0;
    let [low, high] = [Infinity, -Infinity];
    for (const slope of gradient) {
        if (Number.isFinite(slope)) {
            low = Math.min(low, slope);
            high = Math.max(high, slope);
        }
    }
    const found = [];
    for (let i = 1; i <= steps; i++) {
        const before = i > 1 ? rise(i - 1) : 0;
        const after = i < steps ? rise(i + 1) : 0;
        if (rise(i) > 0.01 * (high - low) && rise(i) > 3 * Math.min(before, after)) {
            const { axis } = slots.a.loss;
            if (wasm.jump(loss.index, position(axis, i - 1), position(axis, i))) found.push(i);
        }
    }
    return found;
}

// Text -----------------------------------------------------------------------------------------------------------------------------

// The fewest digits that give the same f32.
function shortest(x) {
    for (let digits = 1; digits < 9; digits++) {
        if (Math.fround(+x.toPrecision(digits)) === Math.fround(x)) return String(+x.toPrecision(digits));
    }
    return String(+x.toPrecision(9));
}
const literal = (x) => { const text = shortest(x); return /[.e]/.test(text) ? text : text + ".0"; };
const minus = (text) => text.replaceAll("-", "\u2212");
const show = (x) => Number.isFinite(x) ? minus(x.toPrecision(7).replace(/\.?0+(e|$)/, "$1")) : minus(String(x));
const words = (name) => name.replaceAll("_", " ");
const bitsOf = (x) => {
    const view = new DataView(new ArrayBuffer(4));
    view.setFloat32(0, x);
    return "0x" + view.getUint32(0).toString(16).toUpperCase().padStart(8, "0");
};
const choiceName = (text) => text.replace(/^.*::|_u8$/g, "").replace("-", "\u2212").replace(/\.0$/, "");

// Settings -------------------------------------------------------------------------------------------------------------------------

function choose(key, name) {
    const loss = byName.get(name);
    slots[key] = loss ? { loss, numbers: (loss.sliders ?? []).map((slider) => slider.value) } : null;
    if (key === "a" && !loss.curve) slots.b = null;
    if (key === "a") {
        step = Math.round(0.7 * steps);
        document.querySelectorAll("#leaves button").forEach((button) => button.setAttribute("aria-pressed", button.dataset.loss === name));
    }
    card("a");
    card("b");
    draw();
}

// The form of a slot: its loss, its sliders and its cost.
function card(key) {
    const slot = slots[key];
    const select = make("select", { ariaLabel: key === "a" ? "Loss" : "Second loss" });
    if (key === "b") select.append(make("option", { value: "", textContent: "compare with \u2026" }));
    for (const family of new Set(losses.map((loss) => loss.family))) {
        const group = make("optgroup", { label: family });
        for (const loss of losses) {
            if (loss.family === family && (key === "a" || loss.curve)) group.append(make("option", { value: loss.name, textContent: loss.name }));
        }
        if (group.childElementCount) select.append(group);
    }
    select.value = slot?.loss.name ?? "";
    select.disabled = key === "b" && !slots.a.loss.curve;
    select.onchange = () => {
        choose(key, select.value);
        $("slot-" + key).querySelector("select").focus();
    };
    $("slot-" + key).replaceChildren(select, ...(slot ? details(slot) : []));
}

function details(slot) {
    const { loss } = slot;
    const inputs = (loss.sliders ?? []).map((slider, i) => input(slider, slot.numbers[i], (number) => {
        slot.numbers[i] = number;
        draw();
    }));
    const facts = [
        `${loss.convex ? "Convex" : "Not convex"}; gradient ${loss.bound}`,
        ...(loss.noise ? [`Maximum likelihood for noise: ${loss.noise}`] : []),
    ];
    return [
        make("p", { textContent: loss.about }),
        ...inputs,
        make("ul", { className: "facts" }, ...facts.map((fact) => make("li", { textContent: fact }))),
        cost(loss),
    ];
}

// A slider, or a list if its numbers have names.
function input({ name, from, to, step, value, choices }, number, changed) {
    const label = make("label", { textContent: words(name) });
    if (choices?.length) {
        const select = make("select", { name });
        choices.forEach((choice, i) => select.append(make("option", { value: i, textContent: choiceName(choice) })));
        select.value = number ?? value;
        select.oninput = () => changed(+select.value);
        label.append(select);
    } else {
        const range = make("input", { type: "range", name, min: from, max: to, step, value: number ?? value });
        const output = make("output", { textContent: minus(range.value) });
        range.oninput = () => {
            output.textContent = minus(range.value);
            changed(+range.value);
        };
        label.append(output, range);
    }
    return label;
}

function cost({ cost }) {
    if (!cost) return make("p", { textContent: "Its cost has not been measured yet." });
    const cores = Object.keys(cost);
    const row = (head, key) => make("tr", {}, make("td", { textContent: head }), ...cores.map((core) => make("td", { textContent: cost[core][key] })));
    return make("table", {},
        make("caption", { textContent: "Measured cost of value and gradient" }),
        make("thead", {}, make("tr", {}, make("th"), ...cores.map((core) => make("th", { scope: "col", textContent: core })))),
        make("tbody", {}, row("instructions an element", "instructions"), row("flash, bytes", "flash"), row("stack, bytes", "stack")));
}

// Curves ---------------------------------------------------------------------------------------------------------------------------

const MARGIN = { left: 58, right: 10, top: 10, bottom: 46 };

function ticks(from, to, count) {
    const raw = (to - from) / count;
    const power = 10 ** Math.floor(Math.log10(raw));
    const size = [1, 2, 5, 10].find((factor) => factor * power >= raw) * power;
    const found = [];
    for (let i = Math.ceil(from / size - 1e-6); i * size <= to + 1e-6 * size; i++) found.push(+(i * size).toPrecision(6));
    return found;
}

// The range of some numbers and 0, up to round numbers.
function range(curves) {
    let [low, high] = [0, 0];
    for (const curve of curves) {
        for (const y of curve) {
            if (Number.isFinite(y)) {
                low = Math.min(low, y);
                high = Math.max(high, y);
            }
        }
    }
    if (high - low < 1e-30) high = low + 1;
    const room = 0.04 * (high - low);
    return [low < 0 ? low - room : low, high + room];
}

function plot(what) {
    const { axis } = slots.a.loss;
    const shown = Object.entries(slots).filter(([, slot]) => slot && !slot.refused);
    const height = Math.round(Math.min(360, Math.max(190, 0.56 * width)));
    const [low, high] = range(shown.map(([, slot]) => slot[what]));
    const right = width - MARGIN.right;
    const bottom = height - MARGIN.bottom;
    const across = (step) => MARGIN.left + (step / steps) * (right - MARGIN.left);
    const along = (x) => MARGIN.left + (x - axis.from) / (axis.to - axis.from) * (right - MARGIN.left);
    const up = (y) => bottom - (y - low) / (high - low) * (bottom - MARGIN.top);
    const label = (x) => minus(x !== 0 && (Math.abs(x) >= 1e5 || Math.abs(x) < 1e-3) ? x.toExponential().replace("e+", "e") : String(x));
    let marks = "";
    for (const y of ticks(low, high, 5)) {
        marks += `<line class="${y === 0 ? "zero" : "grid"}" x1="${MARGIN.left}" x2="${right}" y1="${up(y)}" y2="${up(y)}"/>`
            + `<text x="${MARGIN.left - 8}" y="${up(y) + 5}" text-anchor="end">${label(y)}</text>`;
    }
    for (const x of ticks(axis.from, axis.to, width < 420 ? 4 : 6)) {
        marks += `<line class="grid" x1="${along(x)}" x2="${along(x)}" y1="${bottom}" y2="${bottom + 5}"/>`
            + `<text x="${along(x)}" y="${bottom + 20}" text-anchor="middle">${label(x)}</text>`;
    }
    marks += `<text x="${(MARGIN.left + right) / 2}" y="${height - 6}" text-anchor="middle">${axis.label}</text>`;
    for (const [key, slot] of shown) {
        const breaks = what === "gradient" ? new Set(slot.breaks) : new Set();
        let path = "", pen = "M";
        slot[what].forEach((y, i) => {
            if (breaks.has(i)) pen = "M";
            if (!Number.isFinite(y)) {
                pen = "M";
                return;
            }
            path += pen + across(i).toFixed(1) + " " + up(y).toFixed(1);
            // A point alone, such as the gradient at a kink, is a dot.
            if (pen === "M" && (breaks.has(i + 1) || i === steps)) path += "h0";
            pen = "L";
        });
        marks += `<path class="curve ${key}" d="${path}"/>`;
    }
    const description = shown.map(([, slot]) => slot.loss.name).join(" and ");
    const svg = `<svg viewBox="0 0 ${width} ${height}" height="${height}" role="img" aria-label="${what} of ${description}, against ${axis.label}">`
        + `${marks}<g class="mark"></g></svg>`;
    const figure = make("figure", {}, make("figcaption", { textContent: what }));
    figure.insertAdjacentHTML("beforeend", svg);
    const drawing = figure.lastChild;
    drawing.onpointermove = drawing.onpointerdown = (event) => {
        const x = (event.clientX - drawing.getBoundingClientRect().left) / drawing.clientWidth * width;
        const at = Math.round((x - MARGIN.left) / (right - MARGIN.left) * steps);
        step = Math.max(0, Math.min(steps, at));
        cross();
    };
    figure.mark = () => {
        let dots = `<line class="cross" x1="${across(step)}" x2="${across(step)}" y1="${MARGIN.top}" y2="${bottom}"/>`;
        for (const [key, slot] of shown) {
            const y = slot[what][step];
            if (Number.isFinite(y)) dots += `<circle class="dot ${key}" r="5" cx="${across(step)}" cy="${up(y)}"/>`;
        }
        drawing.querySelector(".mark").innerHTML = dots;
    };
    return figure;
}

let figures = [];
// Width of a figure.
let width;

function measure() {
    const room = $("plots").clientWidth;
    width = getComputedStyle($("plots")).gridTemplateColumns.includes(" ") ? Math.floor((room - 12) / 2) : room;
}

function draw() {
    const { a, b } = slots;
    const curve = a.loss.curve;
    $("cross").disabled = !curve;
    for (const slot of [a, b]) if (slot && curve) compute(slot);
    const refused = [a, b].filter((slot) => slot?.refused).map((slot) => slot.loss.name);
    $("refused").hidden = curve && refused.length === 0;
    $("refused").textContent = curve
        ? `${refused.join(" and ")}: a parameter is outside its domain.`
        : `${a.loss.name} has methods of its own, on whole batches or sequences: it is no function of one number, so there is no curve.`;
    if (curve) {
        figures = ["value", "gradient"].map(plot);
    } else {
        figures = [];
    }
    $("plots").replaceChildren(...figures);
    cross();
}

// All that depends on the crosshair.
function cross() {
    for (const figure of figures) figure.mark();
    const { axis } = slots.a.loss;
    $("cross").value = step;
    const rows = axis ? Object.entries(slots).filter(([, slot]) => slot && !slot.refused).map(([key, slot]) => {
        const cell = (text, className = "") => make("td", { textContent: text, className });
        const name = make("td", {}, make("span", { className: "key " + key }), slot.loss.name);
        return make("tr", {}, name, ...["value", "gradient"].flatMap((what) =>
            [cell(show(slot[what][step])), cell(bitsOf(slot[what][step]), "bits")]));
    }) : [];
    const x = axis ? show(position(axis, step)) : "";
    $("cross").setAttribute("aria-valuetext", `${axis?.label ?? ""} ${x}`);
    const heads = [`at ${x}`, "value", "bits", "gradient", "bits"];
    $("readout").replaceChildren(
        make("thead", {}, make("tr", {}, ...heads.map((textContent) => make("th", { scope: "col", textContent })))), make("tbody", {}, ...rows));
    $("readout").hidden = rows.length === 0;
    $("rust").textContent = rust(slots.a);
    $("c").textContent = c(slots.a);
}

// Calls ----------------------------------------------------------------------------------------------------------------------------

// Text of a pattern with the numbers of a setting: `{x}`, `{x + 2}`, `{1 - target}` and the names of sliders.
function filled(pattern, { loss, numbers }) {
    const x = position(loss.axis, step);
    return pattern.replace(/\{([a-z][^{}]*|1 - target)\}/g, (whole, key) => {
        if (key === "x") return literal(x);
        if (key === "x + 2") return literal(Math.fround(x + 2));
        const at = loss.sliders.findIndex((slider) => slider.name === (key === "1 - target" ? "target" : key));
        if (at < 0) return whole;
        const { choices, step } = loss.sliders[at];
        if (key === "1 - target") return literal(Math.fround(1 - Math.fround(numbers[at])));
        if (choices.length) return choices[numbers[at]];
        return step === 1 && key !== "target" ? String(numbers[at]) : literal(numbers[at]);
    });
}

// Options that change something.
const activeOptions = (slot) => slot.loss.rust.options.filter(({ neutral, numbers }) =>
    !neutral || numbers.some((name) => {
        const at = slot.loss.sliders.findIndex((slider) => slider.name === name);
        return slot.numbers[at] !== slot.loss.sliders[at].value;
    }));

function rust(slot) {
    const { loss } = slot;
    if (!loss.curve) return `// The page of ${loss.name} has an example:\n// https://docs.rs/microloss/latest/microloss/struct.${loss.name}.html`;
    const options = activeOptions(slot).map((option) => filled(option.call, slot)).join("");
    const row = filled(loss.rust.row, slot);
    const target = loss.rust.target ? `&[${filled(loss.rust.target, slot)}]` : "no_targets(1)";
    return `use microloss::{${loss.rust.imports.join(", ")}};

let loss = ${filled(loss.rust.new, slot)}${options};
let predictions = [${row}];
let mut gradient = predictions;
let value = loss.value_and_gradient(&predictions, ${target}, Reduction::Mean, &mut gradient)?;`;
}

// The numbers in a pattern, one after another, as C writes them.
function numbersInC(pattern, slot, type) {
    const text = filled(pattern, slot).replace(/_u8/g, "");
    const numbers = text.match(/-?\d+(\.\d+)?(e-?\d+)?|true|false/g) ?? [];
    const whole = /^u?int/.test(type);
    return numbers.map((number) => {
        if (number === "true") return "1";
        if (number === "false") return "0";
        return whole ? number.replace(/\.0$/, "") : /[.e]/.test(number) ? number + "f" : number;
    }).join(", ");
}

function c(slot) {
    const { loss } = slot;
    if (!loss.c) return `/* The static library in examples/c_firmware has no ${loss.name}. */`;
    const options = activeOptions(slot);
    if (options.length && !loss.c.with) return `/* The static library has ${loss.c.function} without this option. */`;
    const type = loss.c.target;
    const parameter = (name) => {
        const at = loss.sliders.findIndex((slider) => slider.name === name);
        const { choices } = loss.sliders[at];
        return choices.length ? String(slot.numbers[at]) : literal(slot.numbers[at]) + "f";
    };
    const call = (options.length ? loss.c.with : loss.c.arguments)
        .map((argument) => argument.replace(/^\{([a-z_]+)\}$/, (whole, name) => parameter(name)))
        .join(", ");
    const lines = ['#include "microloss.h"', ""];
    if (options.length) {
        const fields = options.flatMap((option) => option.fields.map((field, i) => `.${field} = ${parameter(option.numbers[i])}`));
        lines.push(`${loss.c.function}_options options = {${fields.join(", ")}};`);
    }
    lines.push(`float predictions[] = {${numbersInC(loss.rust.row, slot, "float")}};`);
    if (type) {
        const numbers = numbersInC(loss.rust.target, slot, type);
        lines.push(`${type} targets[] = {${type.startsWith("microloss") ? `{${numbers}}` : numbers}};`);
    }
    lines.push(`float gradient[${loss.c.width}], value;`);
    lines.push(`microloss_status status = ${loss.c.function}${options.length ? "_with" : ""}(${call});`);
    return lines.join("\n");
}

// Softmax --------------------------------------------------------------------------------------------------------------------------

const MOST_CLASSES = 8;
const softmax = { classes: 5, temperature: 1, k: 5, p: 1, logits: [2, 1, 0.5, -0.5, -1, 0, 0, 0] };

function logits() {
    const slider = (name, key, from, to, step) => input({ name, from, to, step }, softmax[key], (number) => {
        softmax[key] = number;
        if (key === "classes") {
            softmax.k = number;
            logits();
        }
        bars();
    });
    const sliders = [
        slider("classes", "classes", 2, MOST_CLASSES, 1),
        slider("temperature", "temperature", 0.05, 5, 0.05),
        slider("top-k", "k", 1, softmax.classes, 1),
        slider("top-p", "p", 0, 1, 0.01),
        ...softmax.logits.slice(0, softmax.classes).map((logit, i) => input({ name: `logit ${i}`, from: -6, to: 6, step: 0.1 }, logit, (number) => {
            softmax.logits[i] = number;
            bars();
        })),
    ];
    const focused = document.activeElement?.name;
    $("logits").replaceChildren(...sliders);
    if (focused) $("logits").querySelector(`[name="${focused}"]`)?.focus();
}

function bars() {
    new Float32Array(wasm.memory.buffer, wasm.input(), 16).set(softmax.logits);
    wasm.softmax(softmax.classes, softmax.temperature, softmax.k, softmax.p);
    const numbers = new Float32Array(wasm.memory.buffer, wasm.output(), softmax.classes + 1).slice();
    softmax.probabilities = numbers;
    $("bars").replaceChildren(...Array.from(numbers.subarray(0, softmax.classes), (p, i) => make("div", { className: p > 0 ? "bar" : "bar cut" },
        make("span", { textContent: `class ${i}` }),
        make("div", {}, Object.assign(make("i"), { style: `width: ${100 * p}%` })),
        make("span", { textContent: p > 0 ? p.toPrecision(4) : "0" }))));
    $("entropy").textContent = `Entropy: ${numbers[softmax.classes].toFixed(4)} nats, as even as ${Math.exp(numbers[softmax.classes]).toFixed(2)} equal classes.`;
}

// Start ----------------------------------------------------------------------------------------------------------------------------

function branches() {
    const leaves = (branch) => $("leaves").replaceChildren(...branch.leaves.map(({ if: condition, loss }) => {
        const button = make("button", { type: "button" }, `${condition} \u2192 `, make("b", { textContent: loss }));
        button.dataset.loss = loss;
        button.setAttribute("aria-pressed", slots.a?.loss.name === loss);
        button.onclick = () => choose("a", loss);
        return button;
    }));
    $("branches").replaceChildren(...tree.map((branch, i) => {
        const button = make("button", { type: "button", textContent: branch.name });
        button.setAttribute("aria-pressed", i === 0);
        button.onclick = () => {
            for (const other of $("branches").children) other.setAttribute("aria-pressed", other === button);
            leaves(branch);
        };
        return button;
    }));
    leaves(tree[0]);
}

for (const button of document.querySelectorAll("[data-copy]")) {
    button.onclick = async () => {
        await navigator.clipboard.writeText($(button.dataset.copy).textContent);
        button.textContent = "Copied";
        setTimeout(() => { button.textContent = "Copy"; }, 1500);
    };
}

async function start() {
    const bytes = Uint8Array.from(atob(module), (character) => character.charCodeAt(0));
    wasm = (await WebAssembly.instantiate(bytes)).instance.exports;
    steps = wasm.steps();
    $("cross").max = steps;
    $("cross").oninput = (event) => {
        step = +event.target.value;
        cross();
    };
    measure();
    branches();
    choose("a", "Huber");
    logits();
    bars();
    addEventListener("resize", () => {
        measure();
        draw();
    });
    document.documentElement.dataset.ready = "yes";
}
start();
