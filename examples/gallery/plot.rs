//! Drawing: panels side by side under a heading, in colours that show on white and on black.

use plotters::coord::Shift;
use plotters::prelude::*;
use plotters::style::text_anchor::{HPos, Pos, VPos};
use std::fmt::Write;

/// Units of the drawing per pixel: plotters rounds to whole units.
const UNIT: i32 = 4;
/// Size of a picture, in pixels.
const SIZE: (i32, i32) = (600, 230);
/// Height of the heading, in pixels.
const HEAD: i32 = 26;
/// A luminance between 0.21 and 0.30 has a contrast of 3 or more to white and black, and to pages that are nearly white or black.
const GREY: RGBColor = RGBColor(0x82, 0x82, 0x82);
const COLOURS: [RGBColor; 5] = [
    RGBColor(0x3B, 0x82, 0xF6),
    RGBColor(0xD9, 0x77, 0x06),
    RGBColor(0x16, 0x9C, 0x60),
    RGBColor(0xB0, 0x60, 0xE8),
    RGBColor(0xEF, 0x44, 0x44),
];

/// An axis: its label and its range.
#[derive(Debug)]
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
}

/// A pair of axes, and curves in the order of the picture's names.
#[derive(Debug)]
pub(crate) struct Panel {
    pub(crate) x: Axis,
    pub(crate) y: Axis,
    pub(crate) curves: Vec<Curve>,
}

/// Draws panels side by side under a heading that names the curves, and returns the SVG.
pub(crate) fn draw(heading: &str, names: &[String], panels: &[Panel]) -> String {
    let mut svg = String::new();
    {
        let size = ((SIZE.0 * UNIT) as u32, (SIZE.1 * UNIT) as u32);
        let root = SVGBackend::with_string(&mut svg, size).into_drawing_area();
        let (head, body) = root.split_vertically(HEAD * UNIT);
        head_line(&head, heading, names);
        for (area, panel) in body.split_evenly((1, panels.len())).iter().zip(panels) {
            draw_panel(area, panel);
        }
        root.present().expect("written to a string");
    }
    compact(&svg)
}

/// Style of a text of some pixels.
fn text(pixels: i32, at: Pos) -> TextStyle<'static> {
    // plotters writes sizes divided by 1.24.
    ("sans-serif", f64::from(pixels * UNIT) * 1.24).into_font().color(&GREY).pos(at)
}

fn head_line(area: &DrawingArea<SVGBackend<'_>, Shift>, heading: &str, names: &[String]) {
    let left = text(12, Pos::new(HPos::Left, VPos::Center));
    let y = HEAD * UNIT / 2;
    let mut x = 12 * UNIT;
    area.draw_text(heading, &left, (x, y)).expect("written to a string");
    x += width_of(heading) + 16 * UNIT;
    for (name, colour) in names.iter().zip(COLOURS).filter(|(name, _)| !name.is_empty()) {
        let sample = vec![(x, y), (x + 18 * UNIT, y)];
        area.draw(&PathElement::new(sample, colour.stroke_width(2 * UNIT as u32)))
            .expect("written to a string");
        x += 23 * UNIT;
        area.draw_text(name, &left, (x, y)).expect("written to a string");
        x += width_of(name) + 16 * UNIT;
    }
}

/// Width of a text of 12 pixels, roughly, at most.
fn width_of(text: &str) -> i32 {
    text.chars().count() as i32 * 7 * UNIT
}

fn draw_panel(area: &DrawingArea<SVGBackend<'_>, Shift>, panel: &Panel) {
    let Panel { x, y, curves } = panel;
    let label = |axis: &Axis, value: f64| {
        if axis.is_log { format!("1e{value}") } else { format!("{}", (100.0 * value).round() / 100.0) }
            .replace('-', "−")
            .replace("1e−", "1e-")
    };
    let mut chart = ChartBuilder::on(area)
        .margin_right(12 * UNIT)
        .margin_top(4 * UNIT)
        .margin_left(4 * UNIT)
        .x_label_area_size(38 * UNIT)
        .y_label_area_size(54 * UNIT)
        .build_cartesian_2d(x.from..x.to, y.from..y.to)
        .expect("the panel has room");
    let (wide, high) = chart.plotting_area().dim_in_pixel();
    let room = (f64::from(wide) / f64::from(UNIT), f64::from(high) / f64::from(UNIT));
    let centre = Pos::new(HPos::Center, VPos::Center);
    chart
        .configure_mesh()
        .disable_mesh()
        .axis_style(GREY.stroke_width(UNIT as u32))
        .label_style(text(11, centre))
        .axis_desc_style(text(12, centre))
        .x_desc(x.label.as_str())
        .y_desc(y.label.as_str())
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
fn compact(svg: &str) -> String {
    let mut out = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{}\" height=\"{}\" viewBox=\"0 0 {} {}\" \
         font-family=\"sans-serif\" font-size=\"{}\" fill=\"#828282\" style=\"max-width:100%;height:auto\">\n",
        SIZE.0,
        SIZE.1,
        SIZE.0 * UNIT,
        SIZE.1 * UNIT,
        11 * UNIT,
    );
    let defaults = [
        " font-family=\"sans-serif\"".to_string(),
        " opacity=\"1\"".to_string(),
        format!(" font-size=\"{}\"", 11 * UNIT),
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
