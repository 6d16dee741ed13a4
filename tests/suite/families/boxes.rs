//! References of the losses of boxes, from the areas of Rezatofighi et al., arXiv:1902.09630, algorithm 2.

use crate::draw::Draw;
use crate::subject::{Case, Exact, Figure, Subject};
use microloss::{BoxGiou, BoxIou};

pub fn subjects() -> Vec<Subject> {
    let subject = |name, draw| Subject { name, variant: "", budget: (4.0, 10.0), nonnegative: true, draw };
    vec![
        subject("BoxIou", |d| {
            let (corners, target) = boxes(d);
            Case::of_row(BoxIou::new(), corners, target, |p, t| exact(p, t, false))
        }),
        subject("BoxGiou", |d| {
            let (corners, target) = boxes(d);
            Case::of_row(BoxGiou::new(), corners, target, |p, t| exact(p, t, true))
        }),
    ]
}

/// A prediction, its corners in any order, and a target.
fn boxes(d: &mut Draw) -> ([f32; 4], [f32; 4]) {
    let ([a, b, c, e], corners) = (d.floats::<4>(), d.floats::<4>());
    (corners, [a.min(c), b.min(e), a.max(c), b.max(e)])
}

/// An interval and its true one: their ends, the shared length, and the hull.
struct Interval {
    ends: [f64; 2],
    target: [f64; 2],
    shared: f64,
    hull: f64,
}

impl Interval {
    fn of(ends: [f64; 2], target: [f64; 2]) -> Self {
        let [low, high] = [ends[0].min(ends[1]), ends[0].max(ends[1])];
        let shared = high.min(target[1]) - low.max(target[0]);
        let hull = high.max(target[1]) - low.min(target[0]);
        Self { ends: [low, high], target, shared, hull }
    }

    fn own(&self) -> f64 {
        self.ends[1] - self.ends[0]
    }

    fn other(&self) -> f64 {
        self.target[1] - self.target[0]
    }

    /// How far each end sticks out.
    fn out(&self) -> [f64; 2] {
        [self.target[0] - self.ends[0], self.ends[1] - self.target[1]]
    }

    /// The parts that only the prediction, and only the target has.
    fn rests(&self) -> (f64, f64) {
        let [below, above] = self.out();
        (below.max(0.0) + above.max(0.0), (-below).max(0.0) + (-above).max(0.0))
    }
}

fn exact(p: &[f64], target: &[f32; 4], of_hull: bool) -> Exact {
    let t = target.map(f64::from);
    let x = Interval::of([p[0], p[2]], [t[0], t[2]]);
    let y = Interval::of([p[1], p[3]], [t[1], t[3]]);
    let touch = x.shared >= 0.0 && y.shared >= 0.0;
    let intersection = if touch { x.shared * y.shared } else { 0.0 };
    let (own, other) = (x.own() * y.own(), x.other() * y.other());
    let (union, hull) = (own + other - intersection, x.hull * y.hull);
    let mut value = if union > 0.0 { (union - intersection) / union } else { 1.0 };
    if of_hull && hull > 0.0 {
        value += (hull - union) / hull;
    }
    let edges = |along: &Interval, across: &Interval| {
        let slope = |out: f64, side: f64| {
            let (added, shared) = (across.own(), if out < 0.0 && touch { across.shared } else { 0.0 });
            let mut terms = vec![];
            if touch && union > 0.0 && out != 0.0 {
                // The derivative of −I/U. An edge within adds what it shares to I, and the rest of its length to U.
                let rest = other + (along.own() - along.shared) * added;
                terms.push(if out < 0.0 {
                    -shared * rest / union / union
                } else {
                    intersection * added / union / union
                });
            }
            if of_hull && hull > 0.0 && out != 0.0 {
                // That of −U/C. An edge outside of the target is one of the hull.
                if out < 0.0 {
                    terms.push(-(added - shared) / hull);
                } else if touch {
                    let ((_, missing), (own_rest, other_rest)) = (along.rests(), across.rests());
                    terms.push(other_rest * along.other() / along.hull / hull);
                    terms.push(-own_rest * missing / along.hull / hull);
                } else {
                    terms.push(other / along.hull / hull);
                    terms.push(-added * along.rests().1 / along.hull / hull);
                }
            }
            terms.iter_mut().for_each(|term| *term *= side);
            // A product of lengths that is subnormal has few digits. It is divided by the union, twice, and by a length.
            let covered = if union > 0.0 { union / hull } else { 1.0 };
            Figure::sum(&terms).weighing(16.0 / (covered * covered * along.hull))
        };
        let [below, above] = along.out();
        [slope(below, -1.0), slope(above, 1.0)]
    };
    let (mut of_x, mut of_y) = (edges(&x, &y), edges(&y, &x));
    if p[2] < p[0] {
        of_x.reverse();
    }
    if p[3] < p[1] {
        of_y.reverse();
    }
    let ([x1, x2], [y1, y2]) = (of_x, of_y);
    Exact { value: value.into(), gradient: vec![x1, y1, x2, y2] }
}
