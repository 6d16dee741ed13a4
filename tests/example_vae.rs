//! The claims of `examples/vae.rs`.

#[path = "../examples/vae.rs"]
mod example;

use example::train;

#[test]
fn the_bound_reaches_the_likelihood() {
    let report = train(1.0);
    let gap = report.negative_elbo - report.exact;
    // Below 0 only by the noise of the 200 draws.
    assert!((-0.01..0.02).contains(&gap), "{report:?}");
    // The data's own entropy, 1 + ½ ln det of their covariance: 2.03 for infinitely many samples.
    assert!((report.exact - 1.9).abs() < 0.25, "{report:?}");
}

#[test]
fn beta_trades_one_term_for_the_other() {
    let [loose, bound, tight] = [0.25, 1.0, 4.0].map(train);
    assert!(loose.divergence > bound.divergence && bound.divergence > tight.divergence);
    assert!(loose.reconstruction < bound.reconstruction && bound.reconstruction < tight.reconstruction);
    assert!(bound.negative_elbo < loose.negative_elbo.min(tight.negative_elbo));
}
