//! A loss in one setting, and its curves.

use super::plot::{Axis, Curve, Line, Page, Panel, draw};
use microloss::{Elementwise, Point, Rowwise};

/// Steps across a panel. Steps that go straight on are not drawn.
const STEPS: u16 = 480;

/// A setting of a loss: its name, and the loss as a function of the prediction.
pub(crate) struct Setting<'a> {
    name: &'a str,
    point: Box<dyn Fn(f32) -> Point + 'a>,
    marks: Vec<(f32, &'a str)>,
}

impl<'a> Setting<'a> {
    /// A setting of a loss that is a function of one number by this rule.
    pub(crate) fn along(name: &'a str, point: impl Fn(f32) -> Point + 'a) -> Self {
        Self { name, point: Box::new(point), marks: Vec::new() }
    }

    /// Marks the prediction at which a parameter acts. Of several near one another, one has the parameter's name.
    pub(crate) fn marked(mut self, x: f32, parameter: &'a str) -> Self {
        self.marks.push((x, parameter));
        self
    }
}

/// A loss of single numbers at one target.
pub(crate) fn at<'a>(name: &'a str, loss: impl Elementwise + 'a, target: f32) -> Setting<'a> {
    Setting::along(name, move |x| loss.point(x, target))
}

/// A loss of two logits: the first is the label's, and the second is 0.
pub(crate) fn lead<'a>(name: &'a str, loss: impl Rowwise<Row = [f32; 2], Target = u8> + 'a) -> Setting<'a> {
    pair(name, loss, 0)
}

/// A loss of pairs: the first number of a row moves, and the second is 0.
pub(crate) fn pair<'a, T: 'a>(
    name: &'a str,
    loss: impl Rowwise<Row = [f32; 2], Target = T> + 'a,
    target: T,
) -> Setting<'a> {
    Setting::along(name, move |x| {
        let mut row = [x, 0.0];
        let value = loss.term_and_gradient(&mut row, &target, 1.0);
        Point { value, slope: row[0] }
    })
}

/// A loss of one number and a target of several parts.
pub(crate) fn one<'a, T: 'a>(
    name: &'a str,
    loss: impl Rowwise<Row = f32, Target = T> + 'a,
    target: T,
) -> Setting<'a> {
    Setting::along(name, move |x| {
        let mut slope = x;
        let value = loss.term_and_gradient(&mut slope, &target, 1.0);
        Point { value, slope }
    })
}

/// Points of a setting, evenly from one prediction to another.
fn points<'a>(
    setting: &'a Setting<'_>,
    start: f32,
    end: f32,
    steps: u16,
) -> impl Iterator<Item = (f32, Point)> + 'a {
    (0..=steps).map(move |step| {
        let part = f32::from(step) / f32::from(steps);
        // The last is the end itself, to the bit.
        let x = if step == steps { end } else { start + (end - start) * part };
        (x, (setting.point)(x))
    })
}

/// Kinks between two predictions, where the gradient jumps: bisects every step until its ends are neighbours.
fn kinks(setting: &Setting<'_>, from: f32, to: f32) -> Vec<f32> {
    let slope = |x: f32| (setting.point)(x).slope;
    let rise = |low: f32, high: f32| (slope(high) - slope(low)).abs();
    let mut kinks = Vec::new();
    let xs: Vec<f32> = points(setting, from, to, STEPS).map(|(x, _)| x).collect();
    for step in xs.windows(2) {
        let (mut low, mut high) = (step[0], step[1]);
        let whole = rise(low, high);
        loop {
            let middle = 0.5 * (low + high);
            if middle <= low || middle >= high {
                break;
            }
            if rise(low, middle) >= rise(middle, high) { high = middle } else { low = middle }
        }
        // The kink is the rounder one of the two neighbours. A smooth gradient does not rise between neighbours.
        let kink = if low.to_bits().trailing_zeros() > high.to_bits().trailing_zeros() { low } else { high };
        if whole > 1e-3
            && rise(low, high) > 0.25 * whole
            && kink > from
            && kink < to
            && kinks.last() != Some(&kink)
        {
            kinks.push(kink);
        }
    }
    kinks
}

/// Value and gradient of a setting between two predictions.
fn curves(setting: &Setting<'_>, from: f32, to: f32) -> [Curve; 2] {
    let [mut value, mut slope] = [Curve::default(), Curve::default()];
    let kinks = kinks(setting, from, to);
    let mut whole = Line::new();
    let bounds: Vec<f32> = [&[from], &kinks[..], &[to]].concat();
    for piece in bounds.windows(2) {
        let (start, end) = (piece[0].next_up(), piece[1].next_down());
        let steps = (f32::from(STEPS) * (end - start) / (to - from)).ceil() as u16;
        let mut line = Line::new();
        for (x, point) in points(setting, start, end, steps) {
            whole.push((f64::from(x), f64::from(point.value)));
            line.push((f64::from(x), f64::from(point.slope)));
        }
        slope.lines.push(line);
    }
    value.lines.push(whole);
    let marks = |of: fn(Point) -> f32| {
        let mark = |(x, parameter): &(f32, &str)| {
            ((f64::from(*x), f64::from(of((setting.point)(*x)))), parameter.to_string())
        };
        setting.marks.iter().map(mark).collect()
    };
    value.marks = marks(|point| point.value);
    slope.marks = marks(|point| point.slope);
    slope.dots = kinks.iter().map(|x| (f64::from(*x), f64::from((setting.point)(*x).slope))).collect();
    [value, slope]
}

/// A picture: the name of its loss, and the SVG of its parts.
pub(crate) type Picture = (&'static str, Vec<String>);

/// Label of an axis, and its range.
pub(crate) type Range<'a> = (&'a str, f32, f32);

/// A picture of value and one of gradient.
pub(crate) fn picture(
    name: &'static str,
    x: Range<'_>,
    value: Range<'_>,
    slope: Range<'_>,
    settings: &[Setting<'_>],
) -> Picture {
    let axis = |(label, from, to): Range<'_>| Axis {
        label: label.to_string(),
        from: f64::from(from),
        to: f64::from(to),
        is_log: false,
    };
    let (values, slopes) =
        settings.iter().map(|setting| curves(setting, x.1, x.2)).map(|[v, s]| (v, s)).unzip();
    let names: Vec<String> = settings.iter().map(|setting| setting.name.to_string()).collect();
    let panel = |y: Range<'_>, curves| {
        draw(&format!("{name}: {}", y.0), &names, &Panel { x: axis(x), y: axis(y), curves }, Page::Text)
    };
    (name, vec![panel(value, values), panel(slope, slopes)])
}

/// Picture of a loss that has no entry in `losses.rs`: its typical setting, at targets and in a range that follow from how its
/// entry in the registry draws them.
pub(crate) fn typical(
    name: &'static str,
    parameters: &[&str],
    loss: impl Elementwise + Copy,
    [prediction, target]: [&str; 2],
) -> Picture {
    let targets: &[(&str, f32)] = match target {
        "sign" => &[("y = −1", -1.0), ("y = 1", 1.0)],
        "probability" => &[("y = 0", 0.0), ("y = ½", 0.5), ("y = 1", 1.0)],
        _ => &[("t = 0", 0.0)],
    };
    let (from, to) = if prediction == "probability" { (0.0, 1.0) } else { (-4.0, 4.0) };
    let settings: Vec<_> = targets.iter().map(|(name, target)| at(name, loss, *target)).collect();
    let points = || settings.iter().flat_map(|setting| points(setting, from, to, STEPS));
    let x = [&["prediction"], parameters].concat().join(", ");
    let value = range("loss", points().map(|(_, point)| point.value));
    let slope = range("gradient", points().map(|(_, point)| point.slope));
    picture(name, (&x, from, to), value, slope, &settings)
}

/// The range of some numbers and 0, widened to a power of 2, up to ±16.
fn range(label: &str, numbers: impl Iterator<Item = f32>) -> Range<'_> {
    let (low, high) = numbers.fold((0.0_f32, 0.0_f32), |(low, high), x| (low.min(x), high.max(x)));
    let wide = |x: f32| if x > 0.0 { x.min(16.0).log2().ceil().max(-10.0).exp2() } else { 0.0 };
    (label, -wide(-low), wide(high))
}
