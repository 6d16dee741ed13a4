//! What `examples/spam.rs` prints is so.

#[path = "../examples/spam.rs"]
mod example;

#[test]
fn the_losses_are_nats() {
    let exact = [
        (0.1, 10_f64.ln(), 10_f64.log2()),
        (0.7, 0.356_674_9, 0.514_573_2),
        (0.98, 0.020_202_71, 0.029_146_35),
    ];
    for (state, (p, nats, bits)) in example::states().unwrap().iter().zip(exact) {
        let near = |got: f32, exact: f64| (f64::from(got) - exact).abs() <= 5e-6 * exact.max(0.1);
        assert!(
            f64::from(state.p - p) == 0.0 && near(state.nats, nats) && near(state.bits, bits),
            "{}",
            state.name
        );
    }
}
