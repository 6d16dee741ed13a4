//! The losses, from the registry of the crate.
//!
//! A row becomes a function of one number `x`: a part of it moves with `x`, and the rest are numbers of the setting. The numbers of a
//! setting are, in this order, those of the constructor, the options, the row and the target.

use crate::options::optioned;
use core::slice::Iter;
use microloss::*;

const K: usize = 2;
const LEVELS: [f32; K] = [0.1, 0.9];
static COSTS: CostMatrix<K> = CostMatrix::new([[0.0, 1.0], [5.0, 0.0]]);

/// The numbers of a setting, one after another.
pub struct Numbers<'a>(Iter<'a, f32>);

impl<'a> Numbers<'a> {
    pub fn new(setting: &'a [f32]) -> Self {
        Self(setting.iter())
    }

    pub fn take(&mut self) -> f32 {
        self.0.next().copied().unwrap_or(0.0)
    }
}

/// A loss of the registry.
pub struct Entry {
    pub name: &'static str,
    pub family: &'static str,
    /// The methods of the registry's generator that draw a prediction and a target.
    pub row: &'static str,
    pub target: &'static str,
    pub new: &'static str,
    /// Names and typical values.
    pub parameters: &'static [(&'static str, &'static str)],
    /// The loss at `x`. `None` if it has methods of its own: it is no function of one number.
    pub point: Option<fn(f32, &mut Numbers<'_>) -> Option<Point>>,
}

/// A row that moves with `x`.
macro_rules! row {
    (number, $x:ident, $n:ident) => {
        $x
    };
    (pair, $x:ident, $n:ident) => {
        [$x, $n.take()]
    };
    (row, $x:ident, $n:ident) => {
        [$x, $n.take()]
    };
    (distribution, $x:ident, $n:ident) => {
        [$x, $n.take()]
    };
    (corners, $x:ident, $n:ident) => {
        [$x, 0.0, $x + 2.0, 2.0]
    };
    (two, $x:ident, $n:ident) => {
        [[$x, 0.0], [0.0; K]]
    };
    (angle, $x:ident, $n:ident) => {
        [[$x, 1.0], [1.0, 0.0]]
    };
    (angles, $x:ident, $n:ident) => {
        [[1.0, 0.0], [$x, 1.0], [$n.take(), 1.0]]
    };
    (three, $x:ident, $n:ident) => {
        [[0.0; K], [$x, 0.0], [$n.take(), 0.0]]
    };
    (four, $x:ident, $n:ident) => {
        [[$x, 0.0], [0.0; K], [0.0; K], [0.0; K]]
    };
}

/// The derivative along `x`, from the gradient of such a row.
macro_rules! slope {
    (number, $gradient:ident) => {
        $gradient
    };
    (corners, $gradient:ident) => {
        $gradient[0] + $gradient[2]
    };
    (two, $gradient:ident) => {
        $gradient[0][0]
    };
    (angle, $gradient:ident) => {
        $gradient[0][0]
    };
    (angles, $gradient:ident) => {
        $gradient[1][0]
    };
    (three, $gradient:ident) => {
        $gradient[1][0]
    };
    (four, $gradient:ident) => {
        $gradient[0][0]
    };
    ($row:ident, $gradient:ident) => {
        $gradient[0]
    };
}

/// A target.
macro_rules! target {
    (sign, $n:ident) => {
        if $n.take() == 0.0 { -1.0 } else { 1.0 }
    };
    (label, $n:ident) => {
        $n.take() as u8
    };
    (labels, $n:ident) => {
        [0_u8, 0, 1]
    };
    (coin, $n:ident) => {
        $n.take() != 0.0
    };
    (coins, $n:ident) => {
        [$n.take() != 0.0, $n.take() != 0.0]
    };
    (nothing, $n:ident) => {{
        let _ = &$n;
    }};
    (pair, $n:ident) => {
        [$n.take(), 0.0]
    };
    (row, $n:ident) => {
        [$n.take(), 0.0]
    };
    (distribution, $n:ident) => {{
        let p = $n.take();
        [p, 1.0 - p]
    }};
    (lengths, $n:ident) => {
        [$n.take() as u32, $n.take() as u32]
    };
    (rectangle, $n:ident) => {{
        let _ = &$n;
        [0.0, 0.0, 2.0, 2.0]
    }};
    (action, $n:ident) => {
        Action { log_probability: 0.0, advantage: $n.take() }
    };
    (choice, $n:ident) => {
        Choice { action: 0, advantage: $n.take() }
    };
    (estimate, $n:ident) => {
        Estimate { old: $n.take(), outcome: $n.take() }
    };
    (verdict, $n:ident) => {
        Verdict { reference: 0.0, desirable: $n.take() != 0.0 }
    };
    (noise, $n:ident) => {
        Noise { noise: [$n.take(), 0.0], snr: $n.take() }
    };
    ($number:ident, $n:ident) => {
        $n.take()
    };
}

/// The loss with the numbers of its constructor.
macro_rules! constructed {
    ($name:ty, new(costs), $n:ident) => { <$name>::new(&COSTS) };
    ($name:ty, new(gan), $n:ident) => { <$name>::new(gan($n.take())) };
    ($name:ty, new(estimator), $n:ident) => { <$name>::new(estimator($n.take())) };
    ($name:ty, new(taus, $penalty:ident), $n:ident) => { <$name>::try_new(LEVELS, $n.take()).ok()? };
    ($name:ty, $new:ident(), $n:ident) => { <$name>::$new() };
    ($name:ty, new($($parameter:ident),+), $n:ident) => {
        <$name>::try_new($({ let $parameter = $n.take(); $parameter }),+).ok()?
    };
}

fn gan(choice: f32) -> Gan {
    [Gan::Minimax, Gan::NonSaturating, Gan::LeastSquares, Gan::Hinge, Gan::Wasserstein]
        .get(choice as usize)
        .copied()
        .unwrap_or(Gan::Minimax)
}

fn estimator(choice: f32) -> KlEstimator {
    [KlEstimator::K1, KlEstimator::K2, KlEstimator::K3]
        .get(choice as usize)
        .copied()
        .unwrap_or(KlEstimator::K3)
}

macro_rules! entries {
    ($($family:ident { $(
        $name:ident $([$($generic:tt)*])?: $kind:ident($row:ident, $target:ident),
        $new:ident($($parameter:ident = $value:expr),*) $(.$option:ident($($argument:ident = $other:expr),*))*,
        convex: $convex:literal, gradient: $gradient:expr, noise: $noise:expr;
    )* })*) => {
        /// Every loss, in the order of the registry.
        pub const ENTRIES: &[Entry] = &[$($(Entry {
            name: stringify!($name),
            family: stringify!($family),
            row: stringify!($row),
            target: stringify!($target),
            new: stringify!($new),
            parameters: &[$((stringify!($parameter), stringify!($value))),*],
            point: entries!(@$kind $name, [$name $(::<$($generic)*>)?], $row, $target, $new($($parameter),*)),
        },)*)*];
    };
    (@own $($rest:tt)*) => { None };
    // Embeddings on one line are of no use for a loss of their angle.
    (@rows CosineEmbedding, $type:tt, two, $($rest:tt)*) => {
        entries!(@rows CosineEmbedding, $type, angle, $($rest)*)
    };
    (@rows CosineTriplet, $type:tt, three, $($rest:tt)*) => {
        entries!(@rows CosineTriplet, $type, angles, $($rest)*)
    };
    (@elementwise $name:ident, [$type:ty], $row:ident, $target:ident, $new:ident $parameters:tt) => {
        Some(|x, n| {
            let loss = optioned!($name, constructed!($type, $new $parameters, n), n);
            Some(loss.point(x, target!($target, n)))
        })
    };
    (@rows $name:ident, [$type:ty], $row:ident, $target:ident, $new:ident $parameters:tt) => {
        Some(|x, n| {
            let loss = optioned!($name, constructed!($type, $new $parameters, n), n);
            let mut row = row!($row, x, n);
            let target = target!($target, n);
            let value = loss.term_and_gradient(&mut row, &target, 1.0);
            Some(Point { value, slope: slope!($row, row) })
        })
    };
}

for_each_loss!(entries);
