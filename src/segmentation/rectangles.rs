//! Two rectangles: areas that they share, and areas that they do not, as sums that never cancel.

/// 2¹²⁵: the size of a coordinate from which a hull may be too long for its unit, and a quarter of the coordinates is taken.
const FAR: f32 = 4.253_529_6e37;

/// A predicted and a true interval along one axis, in a unit in which their hull is at least 1 and less than 2.
struct Axis {
    /// Lengths of the predicted and of the true interval, and of the hull of both.
    own: f32,
    other: f32,
    hull: f32,
    /// Length of the intersection; that of the gap, negated, if the intervals lie apart.
    shared: f32,
    is_apart: bool,
    /// The part of the predicted interval that the true one lacks, and the other way round: with `shared`, they make up the lengths.
    own_rest: f32,
    other_rest: f32,
    /// Lengths by which the predicted interval sticks out of the true one, below and above. They are negative if it is short.
    ends: [f32; 2],
    /// Units per unit of the coordinates.
    unit: f32,
    /// True if the predicted ends came in descending order.
    is_swapped: bool,
}

impl Axis {
    #[inline]
    fn of(ends: [f32; 2], target: [f32; 2], shrink: f32) -> Self {
        let is_swapped = ends[1] < ends[0];
        let shrunk = |x: [f32; 2]| x.map(|x| shrink * x);
        let ([mut low, mut high], [t_low, t_high]) = (shrunk(ends), shrunk(target));
        if is_swapped {
            (low, high) = (high, low);
        }
        let (below, above) = (t_low - low, high - t_high);
        let (outer_low, inner_low) = if below > 0.0 { (low, t_low) } else { (t_low, low) };
        let (outer_high, inner_high) = if above > 0.0 { (high, t_high) } else { (t_high, high) };
        let hull = outer_high - outer_low;
        // A power of 2, so that products are exact and areas do not overflow.
        let unit = f32::from_bits(254_u32.saturating_sub(hull.to_bits() >> 23) << 23);
        let positive = |x: f32| if x > 0.0 { x } else { 0.0 };
        Self {
            own: (high - low) * unit,
            other: (t_high - t_low) * unit,
            hull: hull * unit,
            shared: (inner_high - inner_low) * unit,
            is_apart: inner_high < inner_low,
            own_rest: (positive(below) + positive(above)) * unit,
            other_rest: (positive(-below) + positive(-above)) * unit,
            ends: [below, above],
            unit: shrink * unit,
            is_swapped,
        }
    }
}

/// The areas of two rectangles, a predicted and a true one.
pub(super) struct Overlap {
    axes: [Axis; 2],
    touch: bool,
    intersection: f32,
    union: f32,
    hull: f32,
    /// Area of the union outside the intersection.
    difference: f32,
    /// Area of the hull outside the union.
    uncovered: f32,
}

impl Overlap {
    /// Returns `None` if a corner is not finite.
    #[inline]
    pub(super) fn of(prediction: &[f32; 4], target: &[f32; 4]) -> Option<Self> {
        // Sizes compare as their bits do.
        let size = |x: &f32| x.abs().to_bits();
        let largest = prediction.iter().chain(target).fold(0, |largest, x| size(x).max(largest));
        if largest >= size(&f32::INFINITY) {
            return None;
        }
        let shrink = if largest >= size(&FAR) { 0.25 } else { 1.0 };
        let ([x1, y1, x2, y2], [u1, v1, u2, v2]) = (*prediction, *target);
        let (x, y) = (Axis::of([x1, x2], [u1, u2], shrink), Axis::of([y1, y2], [v1, v2], shrink));
        let touch = !x.is_apart && !y.is_apart;
        let (intersection, difference, uncovered) = if touch {
            let own = x.own_rest * y.own + x.shared * y.own_rest;
            let other = x.other_rest * y.other + x.shared * y.other_rest;
            // The corners of the hull: each is covered if one rectangle has both of its sides.
            let corners = x.own_rest * y.other_rest + x.other_rest * y.own_rest;
            (x.shared * y.shared, own + other, corners)
        } else {
            let (along, across) = if x.is_apart { (&x, &y) } else { (&y, &x) };
            // Beside each rectangle, and between them.
            let beside = along.own * across.other_rest + along.other * across.own_rest;
            (0.0, x.own * y.own + x.other * y.other, beside - along.shared * across.hull)
        };
        let (union, hull) = (intersection + difference, x.hull * y.hull);
        Some(Self { axes: [x, y], touch, intersection, union, hull, difference, uncovered })
    }

    /// Returns 1 − I/U, or with `of_hull` 1 − I/U + (C − U)/C. The index of nothing is 0.
    #[inline]
    pub(super) fn loss(&self, of_hull: bool) -> f32 {
        let miss = if self.union > 0.0 { self.difference / self.union } else { 1.0 };
        if of_hull && self.hull > 0.0 { miss + self.uncovered / self.hull } else { miss }
    }

    /// Returns the gradient of the loss with respect to the predicted corners, in their order.
    #[inline]
    pub(super) fn gradient(&self, of_hull: bool) -> [f32; 4] {
        let [x, y] = &self.axes;
        let ([x1, x2], [y1, y2]) = (self.edges(x, y, of_hull), self.edges(y, x, of_hull));
        [x1, y1, x2, y2]
    }

    /// Returns the derivatives for the edges of one axis, in the order in which they came.
    #[inline]
    fn edges(&self, along: &Axis, across: &Axis, of_hull: bool) -> [f32; 2] {
        // Slopes of an edge that moves outward, from within the true rectangle and from outside of it.
        let (mut inner, mut outer) = (0.0, 0.0);
        if self.touch && self.union > 0.0 {
            let rest = along.other * across.other + along.own_rest * across.own;
            inner = -(across.shared * (rest / self.union) / self.union);
            outer = self.intersection / self.union * across.own / self.union;
        }
        if of_hull && self.hull > 0.0 {
            // U/C grows by what the edge adds to the union, and shrinks by what it adds to the hull.
            let (added, kept) = if self.touch {
                (across.own_rest, across.other_rest * along.other)
            } else {
                (across.own, across.other * along.other)
            };
            inner -= added / self.hull;
            outer += (kept - added * along.other_rest) / (along.hull * self.hull);
        }
        let slope = |end: f32| {
            if end > 0.0 {
                outer
            } else if end < 0.0 {
                inner
            } else {
                0.0
            }
        };
        let [below, above] = along.ends.map(|end| slope(end) * along.unit);
        if along.is_swapped { [above, 0.0 - below] } else { [0.0 - below, above] }
    }
}
