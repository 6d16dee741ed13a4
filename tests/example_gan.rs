//! The claims of `examples/gan.rs`.

#[path = "../examples/gan.rs"]
mod example;

use example::{DEVIATION, MEAN, play};
use microloss::Gan;

#[test]
fn the_game_ends_at_one_half() {
    for gan in [Gan::NonSaturating, Gan::Minimax] {
        let report = play(gan);
        assert!((report.mean - MEAN).abs() < 0.1, "{gan:?}: {report:?}");
        assert!((report.deviation - DEVIATION).abs() < 0.1, "{gan:?}: {report:?}");
        for d in [report.real, report.fake] {
            assert!((d - 0.5).abs() < 0.02, "{gan:?}: {report:?}");
        }
        assert!((report.loss - 2.0 * core::f32::consts::LN_2).abs() < 0.02, "{gan:?}: {report:?}");
    }
}
