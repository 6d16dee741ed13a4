//! Writes the page: `page <WebAssembly> <page>`, from the files in `web` and from what the crate says of its losses.

mod axes;
mod c;
mod json;
mod sliders;
mod sources;

use json::{array, object, text};
use microloss::{GradientBound, LossKind};
use microloss_explorer::losses::{ENTRIES, Entry};
use std::fs;

/// An entry as JSON: all that the page shows of a loss, but for its curves.
fn loss(index: usize, entry: &Entry) -> String {
    let kind = LossKind::ALL[index];
    assert_eq!(kind.name(), entry.name, "both are in the order of the registry");
    let properties = kind.properties();
    let bound = match properties.gradient {
        GradientBound::Unbounded => "unbounded".to_string(),
        GradientBound::Constant(bound) => format!("at most {bound}"),
        GradientBound::Parameter => "bounded by a parameter".to_string(),
    };
    let curve = entry.point.is_some();
    let mut fields = vec![
        ("name", text(entry.name)),
        ("family", text(&entry.family.replace('_', " "))),
        ("about", text(&sources::summary(entry.name))),
        ("convex", properties.convex.to_string()),
        ("bound", text(&bound)),
        ("noise", properties.noise.map_or("null".into(), text)),
        ("cost", sources::cost(entry.name)),
        ("curve", curve.to_string()),
    ];
    if curve {
        let (label, from, to) = axes::axis(entry);
        fields.push((
            "axis",
            object([("label", text(label)), ("from", from.to_string()), ("to", to.to_string())]),
        ));
        fields.push(("sliders", array(sliders::sliders(entry).iter().map(sliders::Slider::json))));
        fields.push(("rust", sliders::rust(entry)));
        fields.push(("c", c::call(entry)));
    }
    object(fields)
}

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [module, page] = &arguments[..] else { panic!("page <WebAssembly> <page>") };
    let losses = array(ENTRIES.iter().enumerate().map(|(index, entry)| loss(index, entry)));
    let data = object([("losses", losses), ("tree", sources::tree())]);
    let html = include_str!("../../../web/page.html")
        .replace("/*style*/", include_str!("../../../web/style.css"))
        .replace("/*data*/", &format!("const data = {};\n", data.replace("</", "<\\/")))
        .replace("/*module*/", &format!("const module = \"{}\";\n", base64(&fs::read(module).unwrap())))
        .replace("/*code*/", include_str!("../../../web/explorer.js"));
    fs::write(page, &html).unwrap();
    println!(
        "{page}: {} losses, {} with a curve, {} kB",
        ENTRIES.len(),
        ENTRIES.iter().filter(|entry| entry.point.is_some()).count(),
        html.len() / 1000
    );
}

fn base64(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut out = String::new();
    for three in bytes.chunks(3) {
        let word =
            three.iter().fold(0_u32, |word, byte| word << 8 | u32::from(*byte)) << (8 * (3 - three.len()));
        for place in 0..4 {
            let digit = DIGITS[(word >> (18 - 6 * place) & 63) as usize];
            out.push(if place <= three.len() { char::from(digit) } else { '=' });
        }
    }
    out
}
