//! Drawing: a panel for a page or for a phone, in colours that show on white and on black.
//!
//! Text has the colour of the page's text, so its contrast is the page's. An image of its own has no page: it brings a white card.

use plotters::coord::Shift;
use plotters::prelude::*;
use plotters::style::text_anchor::{HPos, Pos, VPos};
use std::fmt::Write;

/// Units of the drawing per pixel: plotters rounds to whole units.
const UNIT: i32 = 4;
/// Size of a picture without its heading, in pixels: a phone shows it unscaled.
const SIZE: (i32, i32) = (345, 240);
/// Height of a line of the heading, in pixels.
const LINE: i32 = 22;
/// Size of text, in pixels.
const TEXT: i32 = 14;
/// A luminance between 0.21 and 0.30 has a contrast of 3 or more to white and black, and to pages that are nearly white or black.
const GREY: RGBColor = RGBColor(0x82, 0x82, 0x82);
const COLOURS: [RGBColor; 5] = [
    RGBColor(0x3B, 0x82, 0xF6),
    RGBColor(0xD9, 0x77, 0x06),
    RGBColor(0x16, 0x9C, 0x60),
    RGBColor(0xB0, 0x60, 0xE8),
    RGBColor(0xEF, 0x44, 0x44),
];

/// An axis: its label and its range. The heading has that of the vertical axis.
#[derive(Debug, Default)]
pub(crate) struct Axis {
    pub(crate) label: String,
    pub(crate) from: f64,
    pub(crate) to: f64,
    /// True if its numbers are exponents of ten.
    pub(crate) is_log: bool,
}

/// A line without jumps.
pub(crate) type Line = Vec<(f64, f64)>;

/// A curve: its pieces, and the points between them at which it jumps.
#[derive(Debug, Default)]
pub(crate) struct Curve {
    pub(crate) lines: Vec<Line>,
    pub(crate) dots: Line,
    /// Points at which a parameter acts, with its name.
    pub(crate) marks: Vec<((f64, f64), String)>,
}

/// A pair of axes, and curves in the order of the picture's names.
#[derive(Debug)]
pub(crate) struct Panel {
    pub(crate) x: Axis,
    pub(crate) y: Axis,
    pub(crate) curves: Vec<Curve>,
}

/// The page on which a picture lies.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Page {
    /// A page with text, whose colour the picture takes.
    Text,
    /// None: the picture is an image of its own, too.
    Card,
}

/// Draws a panel under a heading that names the curves, and returns the SVG.
pub(crate) fn draw(heading: &str, names: &[String], panel: &Panel, page: Page) -> String {
    let keys = keys(names);
    let rows = 1 + keys.last().map_or(0, |key| key.row);
    let size = (SIZE.0, SIZE.1 + LINE * rows);
    let mut svg = String::new();
    {
        let units = ((size.0 * UNIT) as u32, (size.1 * UNIT) as u32);
        let root = SVGBackend::with_string(&mut svg, units).into_drawing_area();
        let (head, body) = root.split_vertically(LINE * rows * UNIT);
        let left = text(Pos::new(HPos::Left, VPos::Center));
        head.draw_text(heading, &left, (8 * UNIT, LINE * UNIT / 2)).expect("written to a string");
        for (key, colour) in keys.iter().zip(COLOURS) {
            let y = (LINE * key.row + LINE / 2) * UNIT;
            let sample = vec![(key.x, y), (key.x + SAMPLE, y)];
            head.draw(&PathElement::new(sample, colour.stroke_width(2 * UNIT as u32)))
                .expect("written to a string");
            head.draw_text(key.name, &left, (key.x + SAMPLE + 5 * UNIT, y)).expect("written to a string");
        }
        draw_panel(&body, panel);
        root.present().expect("written to a string");
    }
    compact(&svg, size, page)
}

/// Style of a text.
fn text(at: Pos) -> TextStyle<'static> {
    // plotters writes sizes divided by 1.24.
    ("sans-serif", f64::from(TEXT * UNIT) * 1.24).into_font().color(&GREY).pos(at)
}

/// Length of a curve's sample in the heading.
const SAMPLE: i32 = 18 * UNIT;

/// A curve's name in the heading, its row and its place there.
struct Key<'a> {
    name: &'a str,
    row: i32,
    x: i32,
}

/// Places for the names of the curves, in rows below the heading. A single curve has no name.
fn keys(names: &[String]) -> Vec<Key<'_>> {
    let (mut keys, mut row, mut x) = (Vec::new(), 1, 8 * UNIT);
    for name in names.iter().filter(|name| !name.is_empty()) {
        // Wide enough for most fonts.
        let width = SAMPLE + 5 * UNIT + name.chars().count() as i32 * 8 * UNIT;
        if x + width > SIZE.0 * UNIT {
            (row, x) = (row + 1, 8 * UNIT);
        }
        keys.push(Key { name, row, x });
        x += width + 10 * UNIT;
    }
    keys
}

fn draw_panel(area: &DrawingArea<SVGBackend<'_>, Shift>, panel: &Panel) {
    let Panel { x, y, curves } = panel;
    let label = |axis: &Axis, value: f64| {
        // A zero has no sign.
        if axis.is_log { format!("1e{value}") } else { format!("{}", (100.0 * value).round() / 100.0 + 0.0) }
            .replace('-', "−")
            .replace("1e−", "1e-")
    };
    let mut chart = ChartBuilder::on(area)
        .margin_right(12 * UNIT)
        .margin_top(8 * UNIT)
        .x_label_area_size(44 * UNIT)
        .y_label_area_size(50 * UNIT)
        .build_cartesian_2d(x.from..x.to, y.from..y.to)
        .expect("the panel has room");
    let (wide, high) = chart.plotting_area().dim_in_pixel();
    let room = (f64::from(wide) / f64::from(UNIT), f64::from(high) / f64::from(UNIT));
    let centre = Pos::new(HPos::Center, VPos::Center);
    chart
        .configure_mesh()
        .disable_mesh()
        .axis_style(GREY.stroke_width(UNIT as u32))
        .label_style(text(centre))
        .axis_desc_style(text(centre))
        .x_desc(x.label.as_str())
        .x_labels(7)
        .y_labels(if y.is_log { 9 } else { 6 })
        .x_label_formatter(&|value| label(x, *value))
        .y_label_formatter(&|value| label(y, *value))
        .set_all_tick_mark_size(4 * UNIT)
        .draw()
        .expect("written to a string");
    if y.from < 0.0 && y.to > 0.0 && !y.is_log {
        let zero = vec![(x.from, 0.0), (x.to, 0.0)];
        let style = GREY.stroke_width(UNIT as u32 / 2);
        chart.draw_series([PathElement::new(zero, style)]).expect("written to a string");
    }
    for (curve, colour) in curves.iter().zip(COLOURS) {
        let style = colour.stroke_width(2 * UNIT as u32);
        for line in curve.lines.iter().flat_map(|line| clipped(line, y.from, y.to)) {
            chart
                .draw_series([PathElement::new(straightened(&line, x, y, room), style)])
                .expect("written to a string");
        }
        let inside = |dot: &&(f64, f64)| (y.from..=y.to).contains(&dot.1);
        let dots = curve.dots.iter().filter(inside).map(|dot| Circle::new(*dot, 3 * UNIT, colour.filled()));
        chart.draw_series(dots).expect("written to a string");
        let name_style = text(Pos::new(HPos::Left, VPos::Bottom));
        for (at, name) in curve.marks.iter().filter(|(at, _)| (y.from..=y.to).contains(&at.1)) {
            let ring = Circle::new((0, 0), 5 * UNIT, colour.stroke_width(2 * UNIT as u32));
            let name = Text::new(name.clone(), (5 * UNIT, -4 * UNIT), name_style.clone());
            let mark = EmptyElement::at(*at) + ring + name;
            chart.draw_series([mark]).expect("written to a string");
        }
    }
}

/// Returns the pieces of a line between two heights.
fn clipped(line: &[(f64, f64)], low: f64, high: f64) -> Vec<Line> {
    let inside = |y: f64| (low..=high).contains(&y);
    let mut pieces = vec![Line::new()];
    for pair in line.windows(2) {
        let (a, b) = (pair[0], pair[1]);
        // The point at which the way from `from` leaves the range.
        let edge = |from: (f64, f64), to: (f64, f64)| {
            let y = if to.1 > high { high } else { low };
            (from.0 + (to.0 - from.0) * (y - from.1) / (to.1 - from.1), y)
        };
        let piece = pieces.last_mut().expect("never empty");
        match (inside(a.1), inside(b.1)) {
            (true, true) if piece.is_empty() => piece.extend([a, b]),
            (true, true) => piece.push(b),
            (true, false) => {
                if piece.is_empty() {
                    piece.push(a);
                }
                piece.push(edge(a, b));
                pieces.push(Line::new());
            }
            (false, true) => piece.extend([edge(b, a), b]),
            (false, false) => {}
        }
    }
    pieces.retain(|piece| piece.len() > 1);
    pieces
}

/// Returns the line without the points that lie on the way from one to another, to a sixth of a pixel.
fn straightened(line: &[(f64, f64)], x: &Axis, y: &Axis, (wide, high): (f64, f64)) -> Line {
    let pixels: Vec<(f64, f64)> =
        line.iter().map(|p| (p.0 / (x.to - x.from) * wide, p.1 / (y.to - y.from) * high)).collect();
    let near = |a: usize, b: usize, c: usize| {
        let (along, up) = (pixels[c].0 - pixels[a].0, pixels[c].1 - pixels[a].1);
        let area = along * (pixels[b].1 - pixels[a].1) - up * (pixels[b].0 - pixels[a].0);
        36.0 * area * area <= along * along + up * up
    };
    let (mut kept, mut start) = (line[..1].to_vec(), 0);
    for end in 2..line.len() {
        if !(start + 1..end).all(|between| near(start, between, end)) {
            start = end - 1;
            kept.push(line[start]);
        }
    }
    kept.push(line[line.len() - 1]);
    kept
}

/// Returns the picture in fewer bytes: attributes that all elements share move to the root, and lines become relative paths.
fn compact(svg: &str, size: (i32, i32), page: Page) -> String {
    let mut out = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{}\" height=\"{}\" viewBox=\"0 0 {} {}\" \
         font-family=\"sans-serif\" font-size=\"{}\" fill=\"{}\" style=\"max-width:100%;height:auto\">\n",
        size.0,
        size.1,
        size.0 * UNIT,
        size.1 * UNIT,
        TEXT * UNIT,
        if page == Page::Card { "#333" } else { "currentColor" },
    );
    if page == Page::Card {
        out.push_str("<rect width=\"100%\" height=\"100%\" rx=\"24\" fill=\"#fff\"/>\n");
    }
    let defaults = [
        " font-family=\"sans-serif\"".to_string(),
        " opacity=\"1\"".to_string(),
        format!(" font-size=\"{}\"", TEXT * UNIT),
    ];
    let mut lines = svg.lines().skip(1).peekable();
    while let Some(line) = lines.next() {
        let line = defaults.iter().fold(line.to_string(), |line, default| line.replace(default, ""));
        if line.starts_with("<text") {
            let content = lines.next().expect("plotters writes text on a line of its own");
            let _ = write!(out, "{}{content}", line.replace(" fill=\"#828282\"", ""));
        } else if let Some(points) = attribute(&line, "points") {
            let (colour, weight) = (attribute(&line, "stroke"), attribute(&line, "stroke-width"));
            let _ = writeln!(
                out,
                "<path d=\"{}\" fill=\"none\" stroke=\"{}\" stroke-width=\"{}\"/>",
                relative(points),
                colour.expect("every line has one"),
                weight.expect("every line has one"),
            );
        } else {
            out.push_str(&line);
            out.push('\n');
        }
    }
    out
}

fn attribute<'a>(line: &'a str, name: &str) -> Option<&'a str> {
    let start = line.find(&format!(" {name}=\""))? + name.len() + 3;
    line[start..].split('"').next()
}

/// Turns `x,y x,y …` into a path from each point to the next.
fn relative(points: &str) -> String {
    let numbers = points.split([' ', ',']).filter(|number| !number.is_empty());
    let numbers: Vec<i32> = numbers.map(|number| number.parse().expect("whole units")).collect();
    let mut path = format!("M{} {}l", numbers[0], numbers[1]);
    for pair in numbers.windows(4).step_by(2) {
        for step in [pair[2] - pair[0], pair[3] - pair[1]] {
            // A minus sign separates too.
            let separator = if step < 0 || path.ends_with('l') { "" } else { " " };
            let _ = write!(path, "{separator}{step}");
        }
    }
    path
}
