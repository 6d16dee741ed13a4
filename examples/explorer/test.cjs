// Drives the page. Writes the calls that it shows, with the bits that they must give, for check.sh to compile.
"use strict";
const assert = require("node:assert/strict");
const { execFileSync } = require("node:child_process");
const fs = require("node:fs");
const path = require("node:path");
const { chromium } = require("playwright-core");

const { PAGE, NATIVE, CALLS, SHOTS } = process.env;
const hex = (x) => {
    const view = new DataView(new ArrayBuffer(4));
    view.setFloat32(0, x);
    return view.getUint32(0).toString(16).toUpperCase().padStart(8, "0");
};

// Runs in the page: visits every loss and both ends of every slider, through the form, and tells what it has shown.
function visitAll() {
    const visited = [];
    const times = [];
    const bits = (numbers) => Array.from(new Uint32Array(numbers.buffer, numbers.byteOffset, numbers.length), (word) =>
        word.toString(16).toUpperCase().padStart(8, "0")).join("");
    const see = () => {
        const { loss, numbers, value, gradient, refused } = slots.a;
        const shown = (id) => document.getElementById(id).textContent;
        visited.push({
            index: loss.index, name: loss.name, numbers: [...numbers], axis: loss.axis, refused,
            bits: bits(value) + bits(gradient), value: value[step],
            readout: document.querySelector("#readout tbody .bits")?.textContent ?? "", rust: shown("rust"), c: shown("c"),
            paths: document.querySelectorAll("#plots path.curve.a[d^=M]").length,
        });
    };
    for (const { name, curve } of losses) {
        const select = document.querySelector("#slot-a select");
        select.value = name;
        select.dispatchEvent(new Event("change"));
        if (!curve) continue;
        see();
        const inputs = [...document.querySelectorAll("#slot-a label input, #slot-a label select")];
        for (const input of inputs) {
            const start = input.value;
            const stops = input.options ? [...input.options].map((option) => option.value) : [input.min, input.max, start];
            for (const stop of stops) {
                const before = performance.now();
                input.value = stop;
                input.dispatchEvent(new Event("input"));
                document.body.getBoundingClientRect();
                times.push(performance.now() - before);
                if (stop !== start) see();
            }
            input.value = start;
            input.dispatchEvent(new Event("input"));
        }
    }
    return { visited, times };
}

async function main() {
    const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox"] });
    const complaints = [];
    const open = async (width, colorScheme) => {
        const page = await browser.newPage({ viewport: { width, height: 844 }, colorScheme });
        page.on("console", (message) => complaints.push(message.text()));
        page.on("pageerror", (error) => complaints.push(error.message));
        page.on("request", (request) => request.url().startsWith("http") && complaints.push(`loads ${request.url()}`));
        await page.goto("file://" + PAGE);
        await page.waitForSelector("html[data-ready]");
        return page;
    };
    const page = await open(1200, "light");

    // Every loss and every end, with the bits of this machine.
    const { visited, times } = await page.evaluate(visitAll);
    const lines = visited.map(({ index, axis, numbers }) => [index, ...[axis.from, axis.to, ...numbers].map(hex)].join(" "));
    const answers = execFileSync(NATIVE, { input: lines.join("\n"), maxBuffer: 1 << 28 }).toString().trim().split("\n");
    assert.equal(answers.length, visited.length);
    let points = Infinity;
    visited.forEach((shown, i) => {
        const setting = `${shown.name} at ${shown.numbers}`;
        assert.ok(!shown.refused, `${setting} is refused: an end of a slider is outside the domain`);
        assert.ok(shown.bits === answers[i], `${setting}: the page has other bits`);
        assert.equal(shown.paths, 2, `${setting}: a curve is missing`);
        assert.equal(shown.readout, "0x" + hex(shown.value), setting);
        points = Math.min(points, shown.bits.length / 16);
    });
    assert.ok(points >= 500);
    const names = new Set(visited.map(({ name }) => name));
    times.sort((a, b) => a - b);
    const median = times[times.length >> 1];
    assert.ok(median <= 16, `a redraw takes ${median} ms`);
    console.log(`${names.size} losses in ${visited.length} settings: ${points} points each have this machine's bits`);
    console.log(`redraw: median ${median.toFixed(1)} ms, most ${times.at(-1).toFixed(1)} ms of ${times.length}`);

    // Every leaf of the tree leads to its loss.
    let leaves = 0;
    for (const branch of await page.locator("#branches button").all()) {
        await branch.click();
        for (const leaf of await page.locator("#leaves button").all()) {
            await leaf.click();
            assert.equal(await page.locator("#slot-a select").first().inputValue(), await leaf.getAttribute("data-loss"));
            assert.equal(await leaf.getAttribute("aria-pressed"), "true");
            leaves++;
        }
    }
    assert.ok(leaves >= 20);

    // The keyboard: a leaf, a slider and the crosshair; and the pointer.
    const first = page.locator("#branches button").first();
    await first.focus();
    await page.keyboard.press("Enter");
    await page.locator("#leaves button[data-loss=Huber]").focus();
    await page.keyboard.press("Space");
    const delta = page.locator("#slot-a input[name=delta]");
    await delta.focus();
    await page.keyboard.press("End");
    assert.equal(await page.evaluate(() => slots.a.numbers[0]), 4);
    await page.locator("#cross").focus();
    await page.keyboard.press("Home");
    await page.keyboard.press("ArrowRight");
    assert.equal(await page.evaluate(() => step), 1);
    assert.equal(await page.locator("circle.dot.a").count(), 2);
    const box = await page.locator("#plots svg").first().boundingBox();
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
    assert.ok(Math.abs(await page.evaluate(() => step) - 256) < 64);

    // Two losses, one over the other.
    await page.locator("#slot-b select").first().selectOption("LogCosh");
    assert.equal(await page.locator("#plots path.curve.b[d^=M]").count(), 2);
    assert.equal(await page.locator("#readout tbody tr").count(), 2);
    if (SHOTS) await page.screenshot({ path: path.join(SHOTS, "light.png"), fullPage: true });

    // The softmax: sliders at both ends; what is left sums to 1, and top-k and top-p leave what they say.
    const set = (name, end) => page.locator(`#logits input[name="${name}"]`).evaluate((input, end) => {
        input.value = input[end];
        input.dispatchEvent(new Event("input"));
    }, end);
    for (const input of await page.locator("#logits input").evaluateAll((inputs) => inputs.map(({ name }) => name))) {
        for (const end of ["min", "max", "defaultValue"]) {
            await set(input, end);
            const { probabilities, classes } = await page.evaluate(() => ({ ...softmax, probabilities: [...softmax.probabilities] }));
            const sum = probabilities.slice(0, classes).reduce((sum, p) => sum + p);
            assert.ok(Math.abs(sum - 1) < 1e-6, `${input} at its ${end}: the probabilities sum to ${sum}`);
        }
    }
    await set("top-k", "min");
    assert.equal(await page.locator("#bars .bar:not(.cut)").count(), 1);

    // Dark, and on a phone: nothing is wider than the screen, and no text is smaller than 14 pixels.
    for (const [name, width, scheme] of [["dark", 1200, "dark"], ["phone", 390, "dark"], ["phone-light", 390, "light"]]) {
        const other = await open(width, scheme);
        await other.locator("#slot-a select").first().selectOption("Dpo");
        await other.locator("#slot-b select").first().selectOption("Ipo");
        assert.ok(await other.evaluate(() => document.documentElement.scrollWidth <= innerWidth), `${name}: wider than the screen`);
        const smallest = await other.evaluate(() => Math.min(...[...document.querySelectorAll("body *")]
            .filter((element) => [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent.trim()))
            .map((element) => parseFloat(getComputedStyle(element).fontSize))));
        assert.ok(smallest >= 14, `${name}: text of ${smallest} px`);
        if (SHOTS) await other.screenshot({ path: path.join(SHOTS, name + ".png"), fullPage: true });
    }
    assert.deepEqual(complaints, []);
    await browser.close();
    writeCalls(visited);
}

// A program of all calls in Rust, one of those in C, and what they must print.
function writeCalls(visited) {
    const rust = [...new Map(visited.map((shown) => [shown.rust, shown])).values()];
    const c = [...new Map(visited.filter((shown) => shown.c.startsWith("#")).map((shown) => [shown.c, shown])).values()];
    const root = path.resolve(__dirname, "../..");
    fs.mkdirSync(path.join(CALLS, "src"), { recursive: true });
    fs.writeFileSync(path.join(CALLS, "Cargo.toml"), `[package]\nname = "calls"\nversion = "0.0.0"\nedition = "2024"\n[workspace]\n
[dependencies]\nmicroloss = { path = ${JSON.stringify(root)} }\n`);
    const functions = rust.map(({ rust }, i) => `fn call_${i}() -> Result<f32, microloss::Error> {\n${rust}\nOk(value)\n}\n`);
    fs.writeFileSync(path.join(CALLS, "src/main.rs"), `#![deny(warnings)]\n${functions.join("\n")}
fn main() {\n${rust.map((_, i) => `    println!("{:08X}", call_${i}().unwrap().to_bits());`).join("\n")}\n}\n`);
    fs.writeFileSync(path.join(CALLS, "rust.txt"), rust.map(({ value }) => hex(value) + "\n").join(""));
    const bodies = c.map(({ c }, i) => `static void call_${i}(void) {\n${c.replace(/#include.*\n/, "")}\nprint(status, value);\n(void)gradient;\n}\n`);
    fs.writeFileSync(path.join(CALLS, "main.c"), `#include "microloss.h"\n#include <stdio.h>\n#include <string.h>\n
static void print(microloss_status status, float value) {
    uint32_t bits;
    memcpy(&bits, &value, sizeof bits);
    printf(status == MICROLOSS_OK ? "%08lX\\n" : "refused\\n", (unsigned long)bits);
}\n\n${bodies.join("\n")}\nint main(void) {\n${c.map((_, i) => `    call_${i}();`).join("\n")}\n    return 0;\n}\n`);
    fs.writeFileSync(path.join(CALLS, "c.txt"), c.map(({ value }) => hex(value) + "\n").join(""));
}

main().catch((error) => {
    console.error(error);
    process.exit(1);
});
